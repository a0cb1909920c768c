import { type Figure, type FigurePart, compactParts } from './figure.js';
import { numbers } from './intl.js';
import { formatNumber } from './number.js';

/**
 * A duration as a headline figure: `45 s`, `3 min 24 s`, `5 h 12 min`, from 100 hours on whole
 * hours. Means below ten seconds keep one decimal.
 */
export function durationFigure(secs: number, locale: string): Figure {
  const split = splitDuration(secs);
  const parts: FigurePart[] = [];
  for (const { value, unit } of split) {
    parts.push(...compactParts(value, locale, value % 1 === 0 ? 0 : 1));
    parts.push({ text: symbols[unit], unit: true });
  }
  return { parts, exact: exactDuration(secs, locale), spoken: spokenDuration(secs, locale) };
}

/** `3 min 24 s`, in the symbols of the second, minute and hour, which every language shares. */
export function formatDuration(secs: number, locale: string): string {
  return splitDuration(secs)
    .map(
      ({ value, unit }) =>
        `${formatNumber(value, locale, value % 1 === 0 ? 0 : 1)} ${symbols[unit]}`,
    )
    .join(' ');
}

/** To the second, whatever the length: `64 h 9 min 57 s`. */
function exactDuration(secs: number, locale: string): string {
  const whole = Math.round(secs);
  if (whole < 3600) return formatDuration(secs, locale);
  const hours = `${formatNumber(Math.floor(whole / 3600), locale)} ${symbols.hour}`;
  return whole % 3600 === 0 ? hours : `${hours} ${formatDuration(whole % 3600, locale)}`;
}

/** `3 minutes 24 seconds`, in the reader's language. */
export function spokenDuration(secs: number, locale: string): string {
  return splitDuration(secs)
    .map(({ value, unit }) =>
      numbers(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'long',
        maximumFractionDigits: value % 1 === 0 ? 0 : 1,
      }).format(value),
    )
    .join(' ');
}

type DurationUnit = 'hour' | 'minute' | 'second';

const symbols: Record<DurationUnit, string> = { hour: 'h', minute: 'min', second: 's' };

function splitDuration(secs: number): { value: number; unit: DurationUnit }[] {
  if (secs < 10 && Math.round(secs * 10) % 10 !== 0) {
    return [{ value: Math.round(secs * 10) / 10, unit: 'second' }];
  }
  const whole = Math.round(secs);
  if (whole < 60) return [{ value: whole, unit: 'second' }];
  const pair = (value: number, unit: DurationUnit, rest: number, small: DurationUnit) => [
    { value, unit },
    ...(rest > 0 ? [{ value: rest, unit: small }] : []),
  ];
  if (whole < 3600) return pair(Math.floor(whole / 60), 'minute', whole % 60, 'second');
  const minutes = Math.round(whole / 60);
  if (minutes >= 6000) return [{ value: Math.round(whole / 3600), unit: 'hour' }];
  return pair(Math.floor(minutes / 60), 'hour', minutes % 60, 'minute');
}
