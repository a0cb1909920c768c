import { numbers } from './intl.js';
import { compactFrom, formatNumber, formatPercent, hundredth } from './number.js';

/**
 * A figure as it is drawn and as it is read. `parts` are drawn one after the other, units small
 * and muted; `exact` is the title; `spoken` is what a screen reader says in place of the parts.
 */
export interface Figure {
  readonly parts: readonly FigurePart[];
  readonly exact: string;
  readonly spoken: string;
}

export interface FigurePart {
  readonly text: string;
  readonly unit: boolean;
}

/** `1,234`, from 10,000 on `12.4k`. */
export function formatCompact(value: number, locale: string): string {
  return compactParts(value, locale)
    .map((part) => part.text)
    .join('');
}

/** A count as a headline figure. */
export function countFigure(value: number, locale: string): Figure {
  const exact = formatNumber(value, locale);
  return { parts: compactParts(value, locale), exact, spoken: exact };
}

/** A rate 0–100 as a headline figure. */
export function percentFigure(rate: number, locale: string): Figure {
  const format = numbers(locale, { style: 'percent', maximumFractionDigits: 1 });
  const parts: FigurePart[] = [];
  for (const { type, value } of format.formatToParts(hundredth(rate))) {
    if (type === 'literal') continue;
    const unit = type === 'percentSign';
    const last = parts.at(-1);
    if (last && last.unit === unit) parts[parts.length - 1] = { text: last.text + value, unit };
    else parts.push({ text: value, unit });
  }
  return { parts, exact: formatPercent(rate, locale, 2), spoken: formatPercent(rate, locale) };
}

export function compactParts(value: number, locale: string, digits = 0): FigurePart[] {
  if (Math.abs(value) < compactFrom) {
    return [{ text: formatNumber(value, locale, digits), unit: false }];
  }
  const format = numbers(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const text = format
    .formatToParts(value)
    .map((part) => (part.type === 'compact' && part.value === 'K' ? 'k' : part.value))
    .join('');
  return [{ text, unit: false }];
}
