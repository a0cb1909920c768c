import { expect } from '@open-wc/testing';
import { barOptions, type BarDrawing, type BarSeries } from './bar-options.js';

const sms: BarSeries = { key: 'sms', label: 'SMS', color: 'blue', values: [4, 0, 1, 100] };
const email: BarSeries = { key: 'email', label: 'Email', color: 'green', values: [2, 0, 0, 1] };
const missed: BarSeries = { ...email, hollow: true };

const drawing: BarDrawing = {
  labels: ['a', '', '', ''],
  series: [sms, email],
  scale: { max: 100, step: 25 },
  margins: { start: 30, end: 4, top: 8, bottom: 22 },
  band: 20,
  height: 200,
  rightToLeft: false,
  motion: true,
  locale: 'en-GB',
};

interface Drawn {
  data: ('-' | { value: number; itemStyle: Record<string, unknown> })[];
}

function seriesOf(changes: Partial<BarDrawing> = {}): Drawn[] {
  return barOptions({ ...drawing, ...changes })['series'] as Drawn[];
}

function styles(changes: Partial<BarDrawing>, series: number): unknown[] {
  return (seriesOf(changes)[series] as Drawn).data.map((item) =>
    item === '-' ? item : item.itemStyle,
  );
}

describe('barOptions', () => {
  it('rounds the outer end of a stack alone, and draws no bar for zero', () => {
    const radii = seriesOf().map(({ data }) =>
      data.map((item) => (item === '-' ? item : item.itemStyle['borderRadius'])),
    );
    const outer = [2, 2, 0, 0];
    expect(radii).to.deep.equal([
      [0, '-', outer, 0],
      [outer, '-', '-', outer],
    ]);
  });

  it('leaves a bar at least 1 px, and at least a fifth of its room empty', () => {
    for (const series of seriesOf()) {
      expect(series).to.include({ barMinHeight: 1, barCategoryGap: '24%', stack: 'all' });
    }
  });

  it('parts what is high and wide enough by a line in the colour behind it', () => {
    const [high] = styles({}, 0);
    expect(high).to.include({ color: 'blue', borderColor: 'var(--_surface)', borderWidth: 0.5 });
    expect(styles({}, 0)[2], 'low').to.include({ color: 'blue', borderWidth: 0 });
    expect(styles({ band: 8 }, 0)[0], 'narrow').to.include({ color: 'blue', borderWidth: 0 });
  });

  it('outlines a hollow bar, and paints it where it is too narrow for that', () => {
    const [wide] = styles({ series: [sms, missed] }, 1);
    expect(wide).to.include({ borderColor: 'green', borderWidth: 1 });
    const [narrow] = styles({ series: [sms, missed], band: 3 }, 1);
    expect(narrow).to.include({
      color: 'color-mix(in srgb, green 50%, transparent)',
      borderWidth: 0,
    });
  });

  it('draws hairlines at the scale’s steps, the one at zero stronger, and no axes', () => {
    const { xAxis, yAxis } = barOptions(drawing) as Record<string, Record<string, unknown>>;
    expect(yAxis).to.deep.include({ min: 0, max: 100, interval: 25, axisLine: { show: false } });
    expect(yAxis?.['splitLine']).to.deep.equal({
      lineStyle: {
        width: 1,
        color: ['var(--_zero-line)', ...new Array<string>(4).fill('var(--_gridline)')],
      },
    });
    expect(xAxis).to.deep.include({ axisLine: { show: false }, axisTick: { show: false } });
  });

  it('is mirrored where the page runs from right to left', () => {
    const { grid, xAxis, yAxis } = barOptions({ ...drawing, rightToLeft: true }) as Record<
      string,
      Record<string, unknown>
    >;
    expect(grid).to.include({ left: 4, right: 30 });
    expect(xAxis?.['inverse']).to.equal(true);
    expect(yAxis?.['position']).to.equal('right');
  });

  it('moves nothing at first, changed bars shortly, and none under reduced motion', () => {
    expect(barOptions(drawing)).to.include({
      animation: true,
      animationDuration: 0,
      animationDurationUpdate: 150,
    });
    expect(barOptions({ ...drawing, motion: false })).to.include({ animation: false });
  });
});
