import { numbers } from './intl.js';

/** From here on a headline number is written compactly: `12.4k`. */
export const compactFrom = 10_000;

/** `1,234`; up to `digits` decimals (default 0). */
export function formatNumber(value: number, locale: string, digits = 0): string {
  return numbers(locale, { maximumFractionDigits: digits }).format(value);
}

/** A rate 0–100 as the locale writes it, with `least` to `most` decimals: `92.4%`, `92,4 %`. */
export function formatPercent(rate: number, locale: string, most = 1, least = 0): string {
  return numbers(locale, {
    style: 'percent',
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  }).format(hundredth(rate));
}

/** As decimal text: 97.35 / 100 is a binary fraction below 0.9735, which would round down. */
export function hundredth(rate: number): `${number}` {
  return `${rate}e-2` as `${number}`;
}
