import { html, type TemplateResult } from 'lit';
import { formatCompact } from '../../shared/format.js';
import { heatmapWords } from './heatmap-grid.words.js';
import { styleProps } from '../style-props.js';
import type { HeatScale, HeatStep } from './heat-steps.js';

/** The swatches with the counts that they stand for, and how the steps were made. */
export function heatLegend(
  steps: readonly HeatStep[],
  scale: HeatScale,
  color: string,
  locale: string,
): TemplateResult {
  const text = heatmapWords();
  const number = (count: number) => formatCompact(count, locale);
  const span = ({ from, to }: HeatStep) => [...new Set([from, to])].map(number).join('–');
  return html`<div class="legend" part="legend" ${styleProps({ '--_heat': color })}>
    <p class="scale">${scale === 'linear' ? text.linear : text.quantile}</p>
    <ul class="swatches" aria-label=${text.legend}>
      <li><span class="swatch none" aria-hidden="true"></span><span>${number(0)}</span></li>
      ${steps.map(
        (step) =>
          html`<li>
            <span class="swatch mark s${step.step}" aria-hidden="true"></span
            ><span class="span">${span(step)}</span
            ><span class="up-to" aria-hidden="true">${number(step.to)}</span>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** As high as the legend. */
export function heatLegendSkeleton(): TemplateResult {
  return html`<div class="legend" aria-hidden="true"><span class="bone line"></span></div>`;
}
