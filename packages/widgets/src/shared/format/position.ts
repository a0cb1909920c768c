import { numbers } from './intl.js';

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
