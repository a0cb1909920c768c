import type { BucketUnit } from '@inlay/sdk/contract';

/**
 * A figure as it is drawn and as it is read. `parts` are drawn one after the other, units small
 * and muted; `exact` is the title; `spoken` is what a screen reader says in place of the parts.
 */
export interface Figure {
  readonly parts: readonly FigurePart[];
  readonly exact: string;
  readonly spoken: string;
}

export interface FigurePart {
  readonly text: string;
  readonly unit: boolean;
}

/** From here on a headline number is written compactly: `12.4k`. */
export const compactFrom = 10_000;

type AnyFormat =
  Intl.NumberFormat | Intl.DateTimeFormat | Intl.PluralRules | Intl.RelativeTimeFormat;

const cache = new Map<string, AnyFormat>();

function cached<Format extends AnyFormat>(
  kind: string,
  locale: string,
  options: object,
  make: () => Format,
): Format {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`;
  const known = cache.get(key) as Format | undefined;
  if (known) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

function numbers(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return cached('number', locale, options, () => new Intl.NumberFormat(locale, options));
}

function dates(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return cached('date', locale, options, () => new Intl.DateTimeFormat(locale, options));
}

/** `one` or `other` (or what else the locale has) for a count. */
export function pluralOf(count: number, locale: string): Intl.LDMLPluralRule {
  return cached('plural', locale, {}, () => new Intl.PluralRules(locale)).select(count);
}

/** `1,234`; up to `digits` decimals (default 0). */
export function formatNumber(value: number, locale: string, digits = 0): string {
  return numbers(locale, { maximumFractionDigits: digits }).format(value);
}

/** `1,234`, from 10,000 on `12.4k`. */
export function formatCompact(value: number, locale: string): string {
  return compactParts(value, locale)
    .map((part) => part.text)
    .join('');
}

/** A rate 0–100 as the locale writes it: `92.4%`, `92,4 %`. */
export function formatPercent(rate: number, locale: string, digits = 1): string {
  return numbers(locale, { style: 'percent', maximumFractionDigits: digits }).format(
    hundredth(rate),
  );
}

const usd = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const;

/** An amount in US dollars; cents below 1,000, whole dollars above. */
export function formatUsd(amount: number, locale: string): string {
  const digits = Math.abs(amount) >= 1000 ? 0 : 2;
  return numbers(locale, {
    ...usd,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount);
}

/** An amount in US dollars as a headline figure; what is not nothing never reads as $0.00. */
export function usdFigure(amount: number, locale: string): Figure {
  const text =
    amount > 0 && amount < 0.005
      ? `<${formatUsd(0.01, locale)}`
      : amount < compactFrom
        ? formatUsd(amount, locale)
        : compactUsd(amount, locale);
  const exact = exactUsd(amount, locale);
  return { parts: [{ text, unit: false }], exact, spoken: exact };
}

/** To the millionth, which is as fine as costs are kept: `$0.004213`. */
function exactUsd(amount: number, locale: string): string {
  return numbers(locale, { ...usd, minimumFractionDigits: 2, maximumFractionDigits: 6 }).format(
    amount,
  );
}

function compactUsd(amount: number, locale: string): string {
  return numbers(locale, { ...usd, notation: 'compact', maximumFractionDigits: 1 })
    .formatToParts(amount)
    .map((part) => (part.type === 'compact' && part.value === 'K' ? 'k' : part.value))
    .join('');
}

/** A count as a headline figure. */
export function countFigure(value: number, locale: string): Figure {
  const exact = formatNumber(value, locale);
  return { parts: compactParts(value, locale), exact, spoken: exact };
}

/** As decimal text: 97.35 / 100 is a binary fraction below 0.9735, which would round down. */
function hundredth(rate: number): `${number}` {
  return `${rate}e-2` as `${number}`;
}

/** A rate 0–100 as a headline figure. */
export function percentFigure(rate: number, locale: string): Figure {
  const format = numbers(locale, { style: 'percent', maximumFractionDigits: 1 });
  const parts: FigurePart[] = [];
  for (const { type, value } of format.formatToParts(hundredth(rate))) {
    if (type === 'literal') continue;
    const unit = type === 'percentSign';
    const last = parts.at(-1);
    if (last && last.unit === unit) parts[parts.length - 1] = { text: last.text + value, unit };
    else parts.push({ text: value, unit });
  }
  return { parts, exact: formatPercent(rate, locale, 2), spoken: formatPercent(rate, locale) };
}

/**
 * A duration as a headline figure: `45 s`, `3 min 24 s`, `5 h 12 min`, from 100 hours on whole
 * hours. Means below ten seconds keep one decimal.
 */
export function durationFigure(secs: number, locale: string): Figure {
  const split = splitDuration(secs);
  const parts: FigurePart[] = [];
  for (const { value, unit } of split) {
    parts.push(...compactParts(value, locale, value % 1 === 0 ? 0 : 1));
    parts.push({ text: symbols[unit], unit: true });
  }
  return { parts, exact: exactDuration(secs, locale), spoken: spokenDuration(secs, locale) };
}

/** `3 min 24 s`, in the symbols of the second, minute and hour, which every language shares. */
export function formatDuration(secs: number, locale: string): string {
  return splitDuration(secs)
    .map(
      ({ value, unit }) =>
        `${formatNumber(value, locale, value % 1 === 0 ? 0 : 1)} ${symbols[unit]}`,
    )
    .join(' ');
}

/** To the second, whatever the length: `64 h 9 min 57 s`. */
function exactDuration(secs: number, locale: string): string {
  const whole = Math.round(secs);
  if (whole < 3600) return formatDuration(secs, locale);
  const hours = `${formatNumber(Math.floor(whole / 3600), locale)} ${symbols.hour}`;
  return whole % 3600 === 0 ? hours : `${hours} ${formatDuration(whole % 3600, locale)}`;
}

/** `3 minutes 24 seconds`, in the reader's language. */
export function spokenDuration(secs: number, locale: string): string {
  return splitDuration(secs)
    .map(({ value, unit }) =>
      numbers(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'long',
        maximumFractionDigits: value % 1 === 0 ? 0 : 1,
      }).format(value),
    )
    .join(' ');
}

type DurationUnit = 'hour' | 'minute' | 'second';

const symbols: Record<DurationUnit, string> = { hour: 'h', minute: 'min', second: 's' };

function splitDuration(secs: number): { value: number; unit: DurationUnit }[] {
  if (secs < 10 && Math.round(secs * 10) % 10 !== 0) {
    return [{ value: Math.round(secs * 10) / 10, unit: 'second' }];
  }
  const whole = Math.round(secs);
  if (whole < 60) return [{ value: whole, unit: 'second' }];
  const pair = (value: number, unit: DurationUnit, rest: number, small: DurationUnit) => [
    { value, unit },
    ...(rest > 0 ? [{ value: rest, unit: small }] : []),
  ];
  if (whole < 3600) return pair(Math.floor(whole / 60), 'minute', whole % 60, 'second');
  const minutes = Math.round(whole / 60);
  if (minutes >= 6000) return [{ value: Math.round(whole / 3600), unit: 'hour' }];
  return pair(Math.floor(minutes / 60), 'hour', minutes % 60, 'minute');
}

function compactParts(value: number, locale: string, digits = 0): FigurePart[] {
  if (Math.abs(value) < compactFrom) {
    return [{ text: formatNumber(value, locale, digits), unit: false }];
  }
  const format = numbers(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const text = format
    .formatToParts(value)
    .map((part) => (part.type === 'compact' && part.value === 'K' ? 'k' : part.value))
    .join('');
  return [{ text, unit: false }];
}

/** A local date or a bucket's start as an instant whose UTC clock shows the local clock. */
function wallClock(date: string): number {
  const clock = date.length === 10 ? `${date}T00:00` : date.slice(0, 16);
  return Date.parse(`${clock}Z`);
}

const utc = { timeZone: 'UTC' } as const;
const dayMonth = { ...utc, day: 'numeric', month: 'short' } as const;
const dayMonthYear = { ...dayMonth, year: 'numeric' } as const;

/** A local date: `2 Mar`; with `year`, `2 Mar 2026`. */
export function formatDate(date: string, locale: string, year = false): string {
  return dates(locale, year ? dayMonthYear : dayMonth).format(wallClock(date));
}

/**
 * Two local dates, both included: `22 Oct – 20 Nov`. The year is written when the dates are not
 * both of `currentYear` (default: the year of `to`).
 */
export function formatRange(
  from: string,
  to: string,
  locale: string,
  currentYear = Number(to.slice(0, 4)),
): string {
  const years = [from, to].some((date) => Number(date.slice(0, 4)) !== currentYear);
  const format = dates(locale, years ? dayMonthYear : dayMonth);
  if (from === to) return format.format(wallClock(from));
  return format.formatRange(wallClock(from), wallClock(to));
}

const bucketAxis: Record<BucketUnit, Intl.DateTimeFormatOptions> = {
  hour: utc,
  day: dayMonth,
  week: dayMonth,
  month: { ...utc, month: 'short', year: 'numeric' },
  year: { ...utc, year: 'numeric' },
};

const bucketFull: Record<BucketUnit, Intl.DateTimeFormatOptions> = {
  hour: { ...dayMonth, weekday: 'short' },
  day: { ...dayMonthYear, weekday: 'short' },
  week: dayMonthYear,
  month: { ...utc, month: 'long', year: 'numeric' },
  year: { ...utc, year: 'numeric' },
};

/** A bucket's `date` for an axis: `14:00`, `2 Mar`, `Mar 2026`, `2026`. */
export function formatBucket(date: string, unit: BucketUnit, locale: string): string {
  return formatStart(date, locale, unit, bucketAxis[unit]);
}

/** A bucket's `date` in full, for tooltips and tables: `Mon, 2 Mar 2026`. */
export function formatBucketFull(date: string, unit: BucketUnit, locale: string): string {
  return formatStart(date, locale, unit, bucketFull[unit]);
}

/** The month of a local date: `Mar`. */
export function formatMonth(date: string, locale: string): string {
  return dates(locale, { ...utc, month: 'short' }).format(wallClock(date));
}

/** A local date with its weekday: `Mon 2 Mar`. */
export function formatDay(date: string, locale: string): string {
  return dates(locale, { ...dayMonth, weekday: 'short' }).format(wallClock(date));
}

/** What a bucket covers: its start, and the local dates of it that the range holds. */
export interface BucketSpan {
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

/**
 * A bucket as it is called: `Tuesday 3 March at 14:00`, `Tuesday 3 March`, `2–8 March`,
 * `March 2026`, `2026`. A month or a year that the range cuts is called by its dates. The year of a
 * date is written when it is not `currentYear`. Hours of `oneDay` go without its date: `14:00`.
 */
export function formatBucketName(
  { date, from, to }: BucketSpan,
  unit: BucketUnit,
  locale: string,
  currentYear: number,
  oneDay = false,
): string {
  if (unit === 'hour' && oneDay) return formatBucket(date, unit, locale);
  const year = Number(date.slice(0, 4)) === currentYear ? {} : ({ year: 'numeric' } as const);
  const day = { ...utc, ...year, day: 'numeric', month: 'long' } as const;
  const weekday = { ...day, weekday: 'long' } as const;
  if (unit === 'hour') {
    return dates(locale, { ...weekday, ...clockStyle(locale) }).format(wallClock(date));
  }
  if (unit === 'day') return dates(locale, weekday).format(wallClock(date));
  if (unit !== 'week' && isWhole(from, to, unit)) {
    const options = unit === 'year' ? bucketFull.year : bucketFull.month;
    return dates(locale, options).format(wallClock(date));
  }
  return dates(locale, day).formatRange(wallClock(from), wallClock(to));
}

/** Whether two local dates are the first and last of a month or a year. */
function isWhole(from: string, to: string, unit: 'month' | 'year'): boolean {
  const [begins, next] = unit === 'year' ? [/-01-01$/, /-01-01/] : [/-01$/, /-01T/];
  const dayAfter = new Date(wallClock(to) + 24 * hourMs).toISOString();
  return begins.test(from) && next.test(dayAfter);
}

function formatStart(
  date: string,
  locale: string,
  unit: BucketUnit,
  options: Intl.DateTimeFormatOptions,
): string {
  const all = unit === 'hour' ? { ...options, ...clockStyle(locale) } : options;
  return dates(locale, all).format(wallClock(date));
}

/** `14:05` and `02:05`, or `2:05 PM` where the locale counts half days. */
function clockStyle(locale: string): Intl.DateTimeFormatOptions {
  return showsHalfDays(locale)
    ? { hour: 'numeric', minute: '2-digit' }
    : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
}

function zoned(timeZone: string, locale: string, options: Intl.DateTimeFormatOptions) {
  try {
    return dates(locale, { ...options, timeZone });
  } catch {
    // A browser older than the zone does not know it; UTC is wrong by hours, a throw by a widget.
    return dates(locale, { ...options, timeZone: 'UTC', timeZoneName: 'short' });
  }
}

/** An instant in the organization's zone: `14:05`. */
export function formatTime(instant: string, timeZone: string, locale: string): string {
  return zoned(timeZone, locale, clockStyle(locale)).format(Date.parse(instant));
}

/** An instant in the organization's zone: `20 Nov, 14:05`. */
export function formatDateTime(instant: string, timeZone: string, locale: string): string {
  return zoned(timeZone, locale, {
    day: 'numeric',
    month: 'short',
    ...clockStyle(locale),
  }).format(Date.parse(instant));
}

/** An instant in the organization's zone, in full: `Fri, 20 Nov 2026, 14:02 CET`. */
export function formatInstant(instant: string, timeZone: string, locale: string): string {
  return zoned(timeZone, locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZoneName: 'short',
    ...clockStyle(locale),
  }).format(Date.parse(instant));
}

const agoUnits = [
  ['minute', 60, 60],
  ['hour', 3600, 24],
  ['day', 86_400, 7],
] as const;

/**
 * How long before `now` an instant was: `now`, `3 min ago`, `2 hr ago`, `5 days ago`; from a week
 * on, its date in the organization's zone. What is yet to come reads as `now`.
 */
export function formatAgo(instant: string, now: number, timeZone: string, locale: string): string {
  const secs = (now - Date.parse(instant)) / 1000;
  if (secs < 60) return relative(locale, 'auto').format(0, 'second');
  for (const [unit, size, most] of agoUnits) {
    const count = Math.floor(secs / size);
    if (count < most) return relative(locale, 'always').format(-count, unit);
  }
  const sameYear = formatYear(Date.parse(instant), timeZone) === formatYear(now, timeZone);
  const style = sameYear ? dayMonth : dayMonthYear;
  return zoned(timeZone, locale, style).format(Date.parse(instant));
}

function formatYear(ms: number, timeZone: string): string {
  return zoned(timeZone, 'en', { year: 'numeric' }).format(ms);
}

function relative(locale: string, numeric: 'auto' | 'always'): Intl.RelativeTimeFormat {
  const options = { numeric, style: 'short' } as const;
  return cached('relative', locale, options, () => new Intl.RelativeTimeFormat(locale, options));
}

/** A position in a recording: `1:03`, `1:02:09`. */
export function formatPosition(secs: number, locale: string): string {
  const whole = Math.floor(secs);
  const two = (value: number) => numbers(locale, { minimumIntegerDigits: 2 }).format(value);
  const one = (value: number) => numbers(locale).format(value);
  const hours = Math.floor(whole / 3600);
  const [minutes, seconds] = [Math.floor((whole % 3600) / 60), whole % 60];
  const rest = `${hours > 0 ? two(minutes) : one(minutes)}:${two(seconds)}`;
  return hours > 0 ? `${one(hours)}:${rest}` : rest;
}

/** The time of an instant, with its date when that is not the day of `now` in the zone. */
export function formatAsOf(instant: string, timeZone: string, locale: string, now: number): string {
  const day = zoned(timeZone, 'en', { dateStyle: 'short' });
  const sameDay = day.format(Date.parse(instant)) === day.format(now);
  return sameDay
    ? formatTime(instant, timeZone, locale)
    : formatDateTime(instant, timeZone, locale);
}

/** ISO weekday 1–7 (Monday first): `Tue`, `Tuesday`. */
export function formatWeekday(
  day: number,
  locale: string,
  style: 'short' | 'long' | 'narrow' = 'short',
): string {
  return dates(locale, { ...utc, weekday: style }).format(Date.UTC(2024, 0, day));
}

function showsHalfDays(locale: string): boolean {
  return dates(locale, { ...utc, hour: 'numeric' }).resolvedOptions().hour12 === true;
}

/** An hour 0–23 as a short label: `14`, `2p`. */
export function formatHourShort(hour: number, locale: string): string {
  if (!showsHalfDays(locale)) return String(hour).padStart(2, '0');
  return `${hour % 12 === 0 ? 12 : hour % 12}${hour < 12 ? 'a' : 'p'}`;
}

/** An hour 0–23 as the locale writes it: `14:00`, `2 PM`. */
export function formatHour(hour: number, locale: string): string {
  const options = showsHalfDays(locale) ? halfDayHour : { ...utc, ...clockStyle(locale) };
  return dates(locale, options).format(hour * hourMs);
}

/** The hour that begins at 0–23: `14–15`, `2 – 3 PM`. */
export function formatHourSpan(hour: number, locale: string): string {
  const digits = (value: number) => String(value).padStart(2, '0');
  if (!showsHalfDays(locale)) return `${digits(hour)}–${digits(hour + 1)}`;
  // Across midnight a range would name both days.
  if (hour === 23) return `${formatHour(23, locale)} – ${formatHour(0, locale)}`;
  return dates(locale, halfDayHour).formatRange(hour * hourMs, (hour + 1) * hourMs);
}

const hourMs = 3_600_000;
const halfDayHour = { ...utc, hour: 'numeric' } as const;
