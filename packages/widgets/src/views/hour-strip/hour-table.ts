import { html, type TemplateResult } from 'lit';
import { formatHourSpan, formatNumber } from '../../shared/format.js';
import type { HourStripData } from './hour-strip.js';
import { hourStripWords } from './hour-strip.words.js';

/** The strip's counts as a table. */
export function hourTable({ counts, unit, locale }: HourStripData): TemplateResult {
  return html`<table part="table">
    <thead>
      <tr>
        <th scope="col">${hourStripWords().hour}</th>
        <th scope="col" class="end">${unit}</th>
      </tr>
    </thead>
    <tbody>
      ${counts.map(
        (count, hour) =>
          html`<tr>
            <th scope="row">${formatHourSpan(hour, locale)}</th>
            <td class="end">${formatNumber(count, locale)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
