import { sharesWords } from './donut.words.js';

/** A share of a whole with one decimal; what is not nothing never reads as 0.0 %. */
export function formatShare(share: number, count: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return count > 0 && share === 0
    ? sharesWords().below(format.format(0.001))
    : format.format(share / 100);
}
