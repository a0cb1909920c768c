import { clockStyle } from './clock.js';
import { zoned } from './instant.js';

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
