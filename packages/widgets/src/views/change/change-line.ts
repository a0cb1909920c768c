import { html, nothing, svg, type TemplateResult } from 'lit';
import { changesWords } from './change.words.js';
import type { Change, ComparedDates } from './change.js';
import { comparedWith } from './change.js';

const arrows = {
  up: svg`<path d="M8 3.5 13.5 12h-11Z"></path>`,
  down: svg`<path d="M8 12.5 2.5 4h11Z"></path>`,
};

/**
 * "▲ 12% vs previous 30 days": an arrow, a number and words, coloured by good and bad alone.
 * @param before The earlier number, as it is written
 */
export function changeLine(
  change: Change,
  dates: ComparedDates,
  before: string,
  locale: string,
): TemplateResult {
  const text = changesWords();
  const { direction, tone, amount } = change;
  const compared = comparedWith(dates, locale);
  const spoken = text.spoken[direction](amount, compared.period);
  const title = text.before(compared.dates, before);
  return html`<span class="change" part="change change-${tone}" title=${title}
    ><span aria-hidden="true"
      ><span class="moved ${tone}"
        >${
          direction === 'same'
            ? text.same
            : html`<svg class="arrow" viewBox="0 0 16 16">${arrows[direction]}</svg>${amount}`
        }</span
      >
      <span class="against long">${text.against(compared.period)}</span
      ><span class="against short">${text.against(compared.short)}</span></span
    ><span class="visually-hidden"
      >${spoken}${tone === 'neutral' ? nothing : `, ${text.tones[tone]}`}</span
    ></span
  >`;
}
