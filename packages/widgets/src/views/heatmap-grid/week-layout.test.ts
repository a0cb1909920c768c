import { expect } from '@open-wc/testing';
import { weekLayout } from './week-layout.js';

describe('weekLayout', () => {
  it('has a row for each weekday, Monday first, and writes every third hour', () => {
    const { columns, rows } = weekLayout(false, 'en-GB');
    expect(rows.map(({ head }) => head.text)).to.deep.equal(
      'Mon Tue Wed Thu Fri Sat Sun'.split(' '),
    );
    expect(columns.map(({ text }) => text || '·').join(' ')).to.equal(
      '00 · · 03 · · 06 · · 09 · · 12 · · 15 · · 18 · · 21 · ·',
    );
    expect(columns[14]).to.deep.equal({ text: '', name: '14:00' });
    expect(rows[1]?.places[14]).to.deep.equal({ day: 2, hour: 14 });
  });

  it('has a row for each hour when turned', () => {
    const { columns, rows } = weekLayout(true, 'en-US');
    expect(columns.map(({ name }) => name)).to.deep.equal(
      'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
    );
    expect(rows.map(({ head }) => head.text || '·').join(' ')).to.equal(
      '12a · · 3a · · 6a · · 9a · · 12p · · 3p · · 6p · · 9p · ·',
    );
    expect(rows[14]?.places[1]).to.deep.equal({ day: 2, hour: 14 });
    expect(rows.flatMap(({ places }) => places)).to.have.length(168);
  });
});
