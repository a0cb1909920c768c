import { html, nothing, svg } from 'lit';
import { changesWords } from './change.words.js';
import { changeOf, comparedWith, type Change, type ChangeRule, type Compared } from './change.js';

const arrows = {
  up: svg`<path d="M8 3.5 13.5 12h-11Z"></path>`,
  down: svg`<path d="M8 12.5 2.5 4h11Z"></path>`,
};

/** A number and what it was. */
export interface ComparedNumber {
  readonly now: number | null;
  /** `undefined`: not known. */
  readonly before: number | null | undefined;
  readonly rule: ChangeRule;
}

/**
 * "▲ 12% vs previous 30 days": an arrow, a number and words, coloured by good and bad alone. Where
 * nothing is compared, or one of the numbers is no value, the line says what it would say without.
 */
export function changeLine(
  compared: Compared | undefined,
  { now, before = null, rule }: ComparedNumber,
  otherwise: unknown,
  locale: string,
): unknown {
  const change = compared && changeOf(now, before, rule, locale);
  if (!compared || !change || before === null) return otherwise;
  const { period, short, dates } = comparedWith(compared, locale);
  return drawn(change, { period, short, title: changesWords().before(dates, rule.write(before)) });
}

interface Against {
  readonly period: string;
  readonly short: string;
  readonly title: string;
}

function drawn({ direction, tone, amount }: Change, { period, short, title }: Against) {
  const text = changesWords();
  const spoken = text.spoken[direction](amount, period);
  return html`<span class="change" part="change change-${tone}" title=${title}
    ><span aria-hidden="true"
      ><span class="moved ${tone}"
        >${
          direction === 'same'
            ? text.same
            : html`<svg class="arrow" viewBox="0 0 16 16">${arrows[direction]}</svg>${amount}`
        }</span
      >
      <span class="against long">${text.against(period)}</span
      ><span class="against short">${direction === 'same' ? '' : text.against(short)}</span></span
    ><span class="visually-hidden"
      >${spoken}${tone === 'neutral' ? nothing : `, ${text.tones[tone]}`}</span
    ></span
  >`;
}
