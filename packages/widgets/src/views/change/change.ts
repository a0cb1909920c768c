import type { Meta } from '@inlay/sdk/contract';
import { formatNumber, formatPercent, formatRange } from '../../shared/format.js';
import { changesWords } from './change.words.js';

/** How a number has moved against an earlier range. */
export interface Change {
  readonly direction: 'up' | 'down' | 'same';
  /** Whether that is good or bad; most numbers are neither. */
  readonly tone: 'good' | 'bad' | 'neutral';
  /** `12%`, `2.1 pts`; empty when it is the same. */
  readonly amount: string;
}

/** How a number is compared. */
export interface ChangeRule {
  /** `relative`: in percent of the earlier number. `points`: rates, by their difference. */
  readonly in: 'relative' | 'points';
  /** Which direction is good; neither, if not given. */
  readonly good?: 'up' | 'down' | undefined;
  /** How the number is written. */
  readonly write: (value: number) => string;
}

/** From here on a percentage says no more than "many times as much". */
const most = 1000;

/**
 * The change from `before` to `now`; none when one of them is no value. A change that would be
 * written as zero is none. From zero there is no percentage, so the amount is how many more.
 */
export function changeOf(
  now: number | null,
  before: number | null,
  { in: unit, good, write }: ChangeRule,
  locale: string,
): Change | undefined {
  if (now === null || before === null) return undefined;
  const amount =
    unit === 'points' ? points(now, before, locale) : relative(now, before, write, locale);
  if (amount === undefined) return { direction: 'same', tone: 'neutral', amount: '' };
  const direction = now > before ? 'up' : 'down';
  const tone = good === undefined ? 'neutral' : good === direction ? 'good' : 'bad';
  return { direction, tone, amount };
}

function points(now: number, before: number, locale: string): string | undefined {
  const difference = Math.round(Math.abs(now - before) * 10) / 10;
  if (difference === 0) return undefined;
  return changesWords().points(formatNumber(difference, locale, 1));
}

function relative(
  now: number,
  before: number,
  write: (value: number) => string,
  locale: string,
): string | undefined {
  const difference = Math.abs(now - before);
  if (difference === 0) return undefined;
  if (before === 0) return changesWords().fromZero(write(difference));
  const percent = (difference * 100) / before;
  if (percent >= most) return changesWords().more(formatPercent(most, locale));
  const digits = percent < 10 ? 1 : 0;
  return Math.round(percent * 10) === 0 ? undefined : formatPercent(percent, locale, digits);
}

/** What an answer says of its range and of what that is compared with. */
export interface Compared {
  readonly meta: Pick<Meta, 'time_range' | 'from' | 'to'>;
  /** First and last local date, both included. */
  readonly before: { readonly from: string; readonly to: string };
}

const dayMs = 86_400_000;

/** What a range is compared with, in words and as dates: `previous 30 days`, `22 Sept – 21 Oct`. */
export function comparedWith(
  { meta: { time_range, from, to }, before }: Compared,
  locale: string,
): { period: string; short: string; dates: string } {
  const { periods, short } = changesWords();
  const dates = formatRange(before.from, before.to, locale, Number((to ?? before.to).slice(0, 4)));
  const adjoins = from !== null && Date.parse(from) - Date.parse(before.to) === dayMs;
  if (!adjoins) return { period: periods.year, short: short.year, dates };
  const days = (Date.parse(before.to) - Date.parse(before.from)) / dayMs + 1;
  const one = time_range === 'today' ? periods.today : periods.day;
  const period = days === 1 ? one : periods.days(formatNumber(days, locale));
  return { period, short: short.period, dates };
}
