import { type Figure } from './figure.js';
import { numbers } from './intl.js';
import { compactFrom } from './number.js';

const usd = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const;

/** An amount in US dollars; cents below 1,000, whole dollars above. */
export function formatUsd(amount: number, locale: string): string {
  const digits = Math.abs(amount) >= 1000 ? 0 : 2;
  return numbers(locale, {
    ...usd,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount);
}

/** An amount in US dollars as a headline figure; what is not nothing never reads as $0.00. */
export function usdFigure(amount: number, locale: string): Figure {
  const text =
    amount > 0 && amount < 0.005
      ? `<${formatUsd(0.01, locale)}`
      : amount < compactFrom
        ? formatUsd(amount, locale)
        : compactUsd(amount, locale);
  const exact = exactUsd(amount, locale);
  return { parts: [{ text, unit: false }], exact, spoken: exact };
}

/** To the millionth, which is as fine as costs are kept: `$0.004213`. */
function exactUsd(amount: number, locale: string): string {
  return numbers(locale, { ...usd, minimumFractionDigits: 2, maximumFractionDigits: 6 }).format(
    amount,
  );
}

function compactUsd(amount: number, locale: string): string {
  return numbers(locale, { ...usd, notation: 'compact', maximumFractionDigits: 1 })
    .formatToParts(amount)
    .map((part) => (part.type === 'compact' && part.value === 'K' ? 'k' : part.value))
    .join('');
}
