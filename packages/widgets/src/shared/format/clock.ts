import { utc } from './date.js';
import { dates } from './intl.js';

/** `14:05` and `02:05`, or `2:05 PM` where the locale counts half days. */
export function clockStyle(locale: string): Intl.DateTimeFormatOptions {
  return showsHalfDays(locale)
    ? { hour: 'numeric', minute: '2-digit' }
    : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
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

export const hourMs = 3_600_000;

const halfDayHour = { ...utc, hour: 'numeric' } as const;
