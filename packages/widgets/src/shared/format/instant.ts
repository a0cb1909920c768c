import { clockStyle } from './clock.js';
import { dates } from './intl.js';

export function zoned(timeZone: string, locale: string, options: Intl.DateTimeFormatOptions) {
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

/** The time of an instant, with its date when that is not the day of `now` in the zone. */
export function formatAsOf(instant: string, timeZone: string, locale: string, now: number): string {
  const day = zoned(timeZone, 'en', { dateStyle: 'short' });
  const sameDay = day.format(Date.parse(instant)) === day.format(now);
  return sameDay
    ? formatTime(instant, timeZone, locale)
    : formatDateTime(instant, timeZone, locale);
}
