import { dates } from './intl.js';

/** A local date or a bucket's start as an instant whose UTC clock shows the local clock. */
export function wallClock(date: string): number {
  const clock = date.length === 10 ? `${date}T00:00` : date.slice(0, 16);
  return Date.parse(`${clock}Z`);
}

export const utc = { timeZone: 'UTC' } as const;

export const dayMonth = { ...utc, day: 'numeric', month: 'short' } as const;

export const dayMonthYear = { ...dayMonth, year: 'numeric' } as const;

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
