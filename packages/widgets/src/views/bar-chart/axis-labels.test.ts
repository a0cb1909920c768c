import type { BucketUnit } from '@inlay/sdk/contract';
import { expect } from '@open-wc/testing';
import { bucketDates } from '../../testing/fixtures/activity.js';
import { axisLabels } from './axis-labels.js';

/** Labels as they stand, in letters of 6 px. */
function written(
  [from, to, unit]: readonly [string, string, BucketUnit],
  length: number,
  { locale = 'en-GB', dates = bucketDates(from, to, unit) } = {},
): string[] {
  const measure = (text: string) => text.length * 6;
  const axis = { dates, unit, locale, length, before: 24, after: 4, measure };
  return axisLabels(axis).filter((label) => label !== '');
}

const oneDay = ['2026-11-20', '2026-11-20', 'hour'] as const;
const longDays = ['2026-10-24', '2026-10-25', 'hour'] as const;
const week = ['2026-11-14', '2026-11-20', 'day'] as const;
const month = ['2026-10-22', '2026-11-20', 'day'] as const;
const quarter = ['2026-08-22', '2026-11-20', 'day'] as const;
const year = ['2025-11-21', '2026-11-20', 'week'] as const;
const years = ['2024-06-10', '2026-11-20', 'month'] as const;
const decades = ['1992-01-01', '2026-11-20', 'year'] as const;

describe('axisLabels', () => {
  it('names every hour where there is room, else every second, third, sixth or twelfth', () => {
    expect(written(oneDay, 1100)).to.have.length(24);
    expect(written(oneDay, 540).slice(0, 3)).to.deep.equal(['00:00', '02:00', '04:00']);
    expect(written(oneDay, 400)).to.deep.equal([
      '00:00',
      '03:00',
      '06:00',
      '09:00',
      '12:00',
      '15:00',
      '18:00',
      '21:00',
    ]);
    expect(written(oneDay, 200)).to.deep.equal(['00:00', '06:00', '12:00', '18:00']);
    expect(written(oneDay, 100)).to.deep.equal(['00:00', '12:00']);
  });

  it('writes hours and days as the reader’s language does', () => {
    expect(written(oneDay, 240, { locale: 'en-US' })).to.deep.equal([
      '12 AM',
      '6 AM',
      '12 PM',
      '6 PM',
    ]);
    expect(written(month, 500, { locale: 'de' })).to.deep.equal([
      '26. Okt.',
      '2. Nov.',
      '9. Nov.',
      '16. Nov.',
    ]);
  });

  it('names a second day by its date', () => {
    expect(written(longDays, 600)).to.deep.equal([
      '00:00',
      '06:00',
      '12:00',
      '18:00',
      '25 Oct',
      '06:00',
      '12:00',
      '18:00',
    ]);
  });

  it('names an hour that comes twice once, and tells where a day begins without a midnight', () => {
    const dates = bucketDates(...longDays).filter((date) => date.startsWith('2026-10-25'));
    expect(dates).to.have.length(25);
    const labels = written(oneDay, 2000, { dates });
    expect(labels.filter((label) => label === '02:00')).to.have.length(1);
    expect(labels).to.have.length(24);
    const skipped = ['2026-03-28T23:00:00+02:00', '2026-03-29T01:00:00+03:00'];
    expect(written(oneDay, 400, { dates: skipped })).to.deep.equal(['23:00', '29 Mar']);
  });

  it('names days with their weekday, all days, Mondays, 1 and 15, or the first', () => {
    expect(written(week, 700)[0]).to.equal('Sat 14 Nov');
    expect(written(week, 700)).to.have.length(7);
    expect(written(week, 420)).to.deep.equal([
      '14 Nov',
      '15 Nov',
      '16 Nov',
      '17 Nov',
      '18 Nov',
      '19 Nov',
      '20 Nov',
    ]);
    expect(written(month, 300)).to.deep.equal(['26 Oct', '2 Nov', '9 Nov', '16 Nov']);
    expect(written(quarter, 780)).to.have.length(13);
    expect(written(quarter, 400)).to.deep.equal([
      '1 Sept',
      '15 Sept',
      '1 Oct',
      '15 Oct',
      '1 Nov',
      '15 Nov',
    ]);
    expect(written(quarter, 200)).to.deep.equal(['1 Sept', '1 Oct', '1 Nov']);
  });

  it('names weeks, the first week of each month, or of each quarter', () => {
    expect(written(year, 3200)).to.have.length(53);
    expect(written(year, 1000).slice(0, 4)).to.deep.equal(['Dec', 'Jan 2026', 'Feb', 'Mar']);
    expect(written(year, 300)).to.deep.equal(['Jan 2026', 'Apr', 'Jul', 'Oct']);
  });

  it('names months, quarters, half years or Januaries, these with the year', () => {
    expect(written(years, 1500).slice(0, 8)).to.deep.equal([
      'Jun',
      'Jul',
      'Aug',
      'Sept',
      'Oct',
      'Nov',
      'Dec',
      'Jan 2025',
    ]);
    expect(written(years, 560)).to.deep.equal([
      'Jul',
      'Oct',
      'Jan 2025',
      'Apr',
      'Jul',
      'Oct',
      'Jan 2026',
      'Apr',
      'Jul',
      'Oct',
    ]);
    expect(written(years, 280)).to.deep.equal(['Jul', 'Jan 2025', 'Jul', 'Jan 2026', 'Jul']);
    expect(written(years, 130)).to.deep.equal(['2025', '2026']);
  });

  it('says the year of the first month where there is no January', () => {
    expect(written(['2026-03-01', '2026-11-20', 'month'], 560)[0]).to.equal('Mar 2026');
  });

  it('names years by ones, twos, fives or tens', () => {
    expect(written(decades, 1300)).to.have.length(35);
    expect(written(decades, 700)[0]).to.equal('1992');
    expect(written(decades, 300)).to.deep.equal([
      '1995',
      '2000',
      '2005',
      '2010',
      '2015',
      '2020',
      '2025',
    ]);
    expect(written(decades, 150)).to.deep.equal(['2000', '2010', '2020']);
  });

  it('names every n-th bucket where nothing natural gives two labels', () => {
    expect(written(['2026-11-17', '2026-11-21', 'day'], 120)).to.deep.equal(['17 Nov', '19 Nov']);
  });

  it('names one bucket, and none where there is no room at all', () => {
    expect(written(['2026-11-17', '2026-11-17', 'day'], 120)).to.deep.equal(['Tue 17 Nov']);
    expect(written(month, 0)).to.deep.equal([]);
  });

  it('never lets two labels come closer than 12 px, nor one leave the drawing', () => {
    const ranges = [oneDay, longDays, week, month, quarter, year, years, decades];
    for (const [from, to, unit] of ranges) {
      const dates = bucketDates(from, to, unit);
      for (let length = 20; length < 1400; length += 7) {
        const measure = (text: string) => text.length * 6.3;
        const axis = { dates, unit, locale: 'fr', length, before: 24, after: 4, measure };
        let end = -24 - 12;
        axisLabels(axis).forEach((label, index) => {
          if (!label) return;
          const middle = ((index + 0.5) * length) / dates.length;
          const half = measure(label) / 2;
          expect(middle - half, `${unit} ${length}`).to.be.at.least(end + 12);
          end = middle + half;
        });
        expect(end, `${unit} ${length}`).to.be.at.most(length + 4);
      }
    }
  });
});
