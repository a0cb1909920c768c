import { dates } from './intl.js';

/** A local date or a bucket's start as an instant whose UTC clock shows the local clock. */
export function wallClock(date: string): number {
  const clock = date.length === 10 ? `${date}T00:00` : date.slice(0, 16);
  return Date.parse(`${clock}Z`);
}

export const utc = { timeZone: 'UTC' } as const;

export const dayMonth = { ...utc, day: 'numeric', month: 'short' } as const;

export const dayMonthYear = { ...dayMonth, year: 'numeric' } as const;

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

/** The month of a local date: `Mar`. */
export function formatMonth(date: string, locale: string): string {
  return dates(locale, { ...utc, month: 'short' }).format(wallClock(date));
}

/** A local date with its weekday: `Mon 2 Mar`. */
export function formatDay(date: string, locale: string): string {
  return dates(locale, { ...dayMonth, weekday: 'short' }).format(wallClock(date));
}

/** ISO weekday 1–7 (Monday first): `Tue`, `Tuesday`. */
export function formatWeekday(
  day: number,
  locale: string,
  style: 'short' | 'long' | 'narrow' = 'short',
): string {
  return dates(locale, { ...utc, weekday: style }).format(Date.UTC(2024, 0, day));
}
