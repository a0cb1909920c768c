import { html, type TemplateResult } from 'lit';
import { formatAgo, formatInstant } from '../../shared/format.js';

/** How long ago an instant was, at the time of drawing; the exact time is its title. */
export function ago(instant: string, timeZone: string, locale: string): TemplateResult {
  return html`<time
    class="ago"
    datetime=${instant}
    title=${formatInstant(instant, timeZone, locale)}
    ><bdi>${formatAgo(instant, Date.now(), timeZone, locale)}</bdi></time
  >`;
}
