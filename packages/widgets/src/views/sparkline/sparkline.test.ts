import { expect, fixture, html } from '@open-wc/testing';
import { begun, linePath, sparkline } from './sparkline.js';

describe('sparkline', () => {
  it('runs from end to end, zero at the bottom and the largest at the top', () => {
    expect(linePath([0, 10, 5])).to.equal('M0 26L48 2L96 14');
    expect(linePath([0, 0, 0])).to.equal('M0 26L48 26L96 26');
    expect(linePath([7])).to.equal('M0 2');
  });

  it('leaves a gap where there is no value', () => {
    expect(linePath([4, null, 4, 2])).to.equal('M0 2M64 2L96 14');
    expect(linePath([null, null])).to.equal('');
  });

  it('is decoration, and not drawn for less than three values', async () => {
    const box = await fixture<HTMLElement>(html`<div>${sparkline([1, 2, 3])}</div>`);
    const drawing = box.querySelector('svg');
    expect(drawing?.ariaHidden).to.equal('true');
    expect(drawing?.querySelector('path')?.getAttribute('d')).to.equal(linePath([1, 2, 3]));
    const empty = await fixture<HTMLElement>(html`<div>${sparkline([1, null, 3])}</div>`);
    expect(empty.querySelector('svg')).to.equal(null);
    const zeros = await fixture<HTMLElement>(html`<div>${sparkline([0, 0, 0, null])}</div>`);
    expect(zeros.querySelector('svg')).to.equal(null);
  });

  it('ends with the hour that has begun', () => {
    const hours = ['13', '14', '15'].map((hour) => ({ date: `2026-11-20T${hour}:00:00+01:00` }));
    const datesOf = (bucket: 'hour' | 'day') =>
      begun(hours, { bucket, generated_at: '2026-11-20T13:00:00.000Z' }).length;
    expect([datesOf('hour'), datesOf('day')]).to.deep.equal([2, 3]);
  });
});
