import { dayMonth, dayMonthYear } from './date.js';
import { zoned } from './instant.js';
import { relative } from './intl.js';

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
