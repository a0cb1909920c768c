import { expect } from '@open-wc/testing';
import {
  countFigure,
  durationFigure,
  formatAgo,
  formatAsOf,
  formatBucket,
  formatBucketFull,
  formatCompact,
  formatDate,
  formatDateTime,
  formatDuration,
  formatHour,
  formatHourShort,
  formatHourSpan,
  formatInstant,
  formatNumber,
  formatPercent,
  formatPosition,
  formatRange,
  formatTime,
  formatUsd,
  formatWeekday,
  percentFigure,
  pluralOf,
  spokenDuration,
  usdFigure,
  type Figure,
} from './format.js';

/** Intl puts narrow and no-break spaces where a test would rather read a plain one. */
const plain = (text: string) => text.replace(/[\u00a0\u2009\u202f]/g, ' ');
const drawn = (figure: Figure) =>
  figure.parts.map(({ text, unit }) => (unit ? `[${plain(text)}]` : plain(text))).join(' ');

describe('numbers', () => {
  it('are grouped as the locale does', () => {
    expect(formatNumber(1234567, 'en')).to.equal('1,234,567');
    expect(formatNumber(1234567, 'de')).to.equal('1.234.567');
    expect(plain(formatNumber(1234.56, 'fr', 1))).to.equal('1 234,6');
  });

  it('are compact from 10,000 on', () => {
    const texts = [0, 9999, 10_000, 12_431, 999_949, 999_950, 4_130_000].map((value) =>
      formatCompact(value, 'en'),
    );
    expect(texts).to.deep.equal(['0', '9,999', '10k', '12.4k', '999.9k', '1M', '4.1M']);
    expect(plain(formatCompact(12_431, 'fr'))).to.equal('12,4 k');
  });

  it('keep the exact value for the title and for screen readers', () => {
    const { exact, spoken } = countFigure(12_431, 'en');
    expect([exact, spoken]).to.deep.equal(['12,431', '12,431']);
  });

  it('as rates carry the sign that the locale has', () => {
    expect(formatPercent(92.37, 'en')).to.equal('92.4%');
    expect(formatPercent(97.35, 'en')).to.equal('97.4%');
    expect(plain(formatPercent(92.37, 'de'))).to.equal('92,4 %');
    expect(formatPercent(100, 'en')).to.equal('100%');
    expect(formatPercent(100, 'en', 1, 1)).to.equal('100.0%');
    expect(drawn(percentFigure(92.37, 'en'))).to.equal('92.4 [%]');
    expect(drawn(percentFigure(92.37, 'de'))).to.equal('92,4 [%]');
    expect(drawn(percentFigure(92.37, 'tr'))).to.equal('[%] 92,4');
    expect(percentFigure(92.37, 'en').exact).to.equal('92.37%');
  });

  it('as dollars keep cents while they matter', () => {
    expect(formatUsd(4.5, 'en')).to.equal('$4.50');
    expect(formatUsd(1234.5, 'en')).to.equal('$1,235');
    expect(plain(formatUsd(4.5, 'de'))).to.equal('4,50 $');
  });

  it('have the plural of the locale', () => {
    expect([0, 1, 2].map((count) => pluralOf(count, 'en'))).to.deep.equal([
      'other',
      'one',
      'other',
    ]);
    expect(pluralOf(3, 'pl')).to.equal('few');
  });
});

describe('durations', () => {
  const written: [number, string][] = [
    [0, '0 s'],
    [0.04, '0 s'],
    [4.25, '4.3 s'],
    [5.02, '5 s'],
    [9.96, '10 s'],
    [45.4, '45 s'],
    [59.6, '1 min'],
    [60, '1 min'],
    [204.372, '3 min 24 s'],
    [3599.5, '1 h'],
    [3600, '1 h'],
    [18_720, '5 h 12 min'],
    [359_969, '99 h 59 min'],
    [359_970, '100 h'],
    [4_443_000, '1,234 h'],
  ];
  for (const [secs, text] of written) {
    it(`${secs} s are ${text}`, () => {
      expect(formatDuration(secs, 'en')).to.equal(text);
    });
  }

  it('draw units apart from numbers, and huge ones compactly', () => {
    expect(drawn(durationFigure(204.372, 'en'))).to.equal('3 [min] 24 [s]');
    expect(drawn(durationFigure(44_640_000, 'en'))).to.equal('12.4k [h]');
    expect(drawn(durationFigure(4.25, 'de'))).to.equal('4,3 [s]');
  });

  it('are exact to the second in the title', () => {
    expect(durationFigure(230_997, 'en').exact).to.equal('64 h 9 min 57 s');
    expect(durationFigure(7200, 'en').exact).to.equal('2 h');
    expect(durationFigure(204.372, 'en').exact).to.equal('3 min 24 s');
  });

  it('are heard as words of the reader’s language', () => {
    expect(spokenDuration(204.372, 'en')).to.equal('3 minutes 24 seconds');
    expect(spokenDuration(3660, 'en')).to.equal('1 hour 1 minute');
    expect(spokenDuration(204, 'de')).to.equal('3 Minuten 24 Sekunden');
  });
});

describe('local dates', () => {
  it('stay the organization’s day wherever the reader is', () => {
    expect(formatDate('2026-03-02', 'en-GB')).to.equal('2 Mar');
    expect(formatDate('2026-03-02', 'en-US')).to.equal('Mar 2');
    expect(formatDate('2026-03-02', 'en-GB', true)).to.equal('2 Mar 2026');
  });

  it('as ranges leave out what repeats, and the year when it is the present one', () => {
    // Whether a space stands about the dash depends on the browser's version of CLDR.
    const range = (from: string, to: string, year?: number) =>
      plain(formatRange(from, to, 'en-GB', year)).replace(/^(\d+) – (\d+ [A-Z])/, '$1–$2');
    expect(range('2026-10-22', '2026-11-20')).to.equal('22 Oct – 20 Nov');
    expect(range('2026-03-01', '2026-03-14')).to.equal('1–14 Mar');
    expect(range('2026-03-01', '2026-03-01')).to.equal('1 Mar');
    expect(range('2025-12-20', '2026-01-18')).to.equal('20 Dec 2025 – 18 Jan 2026');
    expect(range('2025-03-01', '2025-03-14', 2026)).to.equal('1–14 Mar 2025');
  });
});

describe('buckets', () => {
  const cases = [
    ['2026-10-25T02:00:00+01:00', 'hour', '02:00', 'Sun 25 Oct, 02:00'],
    ['2026-10-25T01:30:00+10:30', 'hour', '01:30', 'Sun 25 Oct, 01:30'],
    ['2026-03-02', 'day', '2 Mar', 'Mon, 2 Mar 2026'],
    ['2026-03-02', 'week', '2 Mar', '2 Mar 2026'],
    ['2026-03-01', 'month', 'Mar 2026', 'March 2026'],
    ['2026-01-01', 'year', '2026', '2026'],
  ] as const;
  for (const [date, unit, axis, full] of cases) {
    it(`of a ${unit} read ${axis} on an axis and ${full} in full`, () => {
      expect(plain(formatBucket(date, unit, 'en-GB'))).to.equal(axis);
      expect(plain(formatBucketFull(date, unit, 'en-GB'))).to.equal(full);
    });
  }

  it('of hours follow the locale’s clock', () => {
    expect(plain(formatBucket('2026-10-25T14:00:00+01:00', 'hour', 'en-US'))).to.equal('2:00 PM');
  });
});

describe('instants', () => {
  const instant = '2026-11-20T13:05:12.480Z';

  it('are told in the organization’s zone', () => {
    expect(formatTime(instant, 'Europe/Berlin', 'en-GB')).to.equal('14:05');
    expect(plain(formatTime(instant, 'America/New_York', 'en-US'))).to.equal('8:05 AM');
    expect(formatTime(instant, 'Asia/Kathmandu', 'en-GB')).to.equal('18:50');
    expect(formatDateTime(instant, 'Pacific/Auckland', 'en-GB')).to.equal('21 Nov, 02:05');
  });

  it('carry their date once it is another day there', () => {
    const at = (now: string) => formatAsOf(instant, 'Europe/Berlin', 'en-GB', Date.parse(now));
    expect(at('2026-11-20T22:59:59Z')).to.equal('14:05');
    expect(at('2026-11-20T23:00:00Z')).to.equal('20 Nov, 14:05');
  });

  it('of a zone that this browser does not know are in UTC, and say so', () => {
    expect(formatTime(instant, 'Mars/Olympus', 'en-GB')).to.equal('13:05 UTC');
  });
});

describe('weekdays and hours', () => {
  it('begin on Monday', () => {
    const week = [1, 2, 3, 4, 5, 6, 7].map((day) => formatWeekday(day, 'en'));
    expect(week).to.deep.equal(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
    expect(formatWeekday(2, 'de', 'long')).to.equal('Dienstag');
    expect(formatWeekday(3, 'en', 'narrow')).to.equal('W');
  });

  it('follow the locale’s clock', () => {
    expect([0, 3, 12, 15].map((hour) => formatHourShort(hour, 'en-GB'))).to.deep.equal([
      '00',
      '03',
      '12',
      '15',
    ]);
    expect([0, 3, 12, 15].map((hour) => formatHourShort(hour, 'en-US'))).to.deep.equal([
      '12a',
      '3a',
      '12p',
      '3p',
    ]);
    expect(formatHour(14, 'en-GB')).to.equal('14:00');
    expect(plain(formatHour(14, 'en-US'))).to.equal('2 PM');
    expect(formatHour(0, 'de')).to.equal('00:00');
    expect(formatHourSpan(14, 'en-GB')).to.equal('14–15');
    expect(formatHourSpan(23, 'en-GB')).to.equal('23–24');
    expect(plain(formatHourSpan(14, 'en-US'))).to.equal('2 – 3 PM');
    expect(plain(formatHourSpan(23, 'en-US'))).to.equal('11 PM – 12 AM');
  });
});

describe('amounts as headline figures', () => {
  it('are cents, whole dollars, then compact, and exact to the millionth', () => {
    const figures = [0, 0.0042, 0.005, 48.203114, 1234.5, 12_431.22].map((amount) =>
      usdFigure(amount, 'en'),
    );
    expect(figures.map(drawn)).to.deep.equal([
      '$0.00',
      '<$0.01',
      '$0.01',
      '$48.20',
      '$1,235',
      '$12.4k',
    ]);
    expect(figures.map(({ exact }) => exact)).to.deep.equal([
      '$0.00',
      '$0.0042',
      '$0.005',
      '$48.203114',
      '$1,234.50',
      '$12,431.22',
    ]);
    expect(plain(usdFigure(48.2, 'de').exact)).to.equal('48,20 $');
  });
});

describe('how long ago', () => {
  const now = Date.parse('2026-11-20T13:05:12.480Z');
  const ago = (instant: string, locale = 'en-GB', zone = 'Europe/Berlin') =>
    plain(formatAgo(instant, now, zone, locale));

  it('is in the unit that tells, rounded down', () => {
    expect(ago('2026-11-20T13:04:12.481Z')).to.equal('now');
    expect(ago('2026-11-20T13:04:12.480Z')).to.equal('1 min ago');
    expect(ago('2026-11-20T12:05:12.481Z')).to.equal('59 min ago');
    expect(ago('2026-11-20T12:05:12.480Z')).to.equal('1 hr ago');
    expect(ago('2026-11-19T13:05:12.481Z')).to.equal('23 hr ago');
    expect(ago('2026-11-19T13:05:12.480Z')).to.equal('1 day ago');
    expect(ago('2026-11-13T13:05:12.481Z')).to.equal('6 days ago');
    expect(ago('2026-11-20T12:00:00.000Z', 'de')).to.equal('vor 1 Std.');
  });

  it('is a date of the organization from a week on, with the year where it is another', () => {
    expect(ago('2026-11-13T13:05:12.480Z')).to.equal('13 Nov');
    expect(ago('2026-11-12T23:30:00.000Z')).to.equal('13 Nov');
    expect(ago('2025-12-31T22:59:00.000Z')).to.equal('31 Dec 2025');
    expect(ago('2025-12-31T23:00:00.000Z')).to.equal('1 Jan');
  });

  it('is now for what is ahead of the reader’s clock', () => {
    expect(ago('2026-11-20T18:00:00.000Z')).to.equal('now');
  });

  it('is said in full with the zone', () => {
    expect(formatInstant('2026-11-20T13:02:00.000Z', 'Europe/Berlin', 'en-GB')).to.equal(
      'Fri, 20 Nov 2026, 14:02 CET',
    );
  });
});

it('positions in a recording count minutes and hours', () => {
  const texts = [0, 9.9, 63, 3729].map((secs) => formatPosition(secs, 'en'));
  expect(texts).to.deep.equal(['0:00', '0:09', '1:03', '1:02:09']);
});
