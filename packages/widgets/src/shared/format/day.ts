import { dayMonth, dayMonthYear, utc, wallClock } from './date.js';
import { dates } from './intl.js';

/** A local date: `2 Mar`; with `year`, `2 Mar 2026`. */
export function formatDate(date: string, locale: string, year = false): string {
  return dates(locale, year ? dayMonthYear : dayMonth).format(wallClock(date));
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
