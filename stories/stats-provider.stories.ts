import type { Args, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import * as states from './states.js';

export default { ...states.storiesOf('stats-provider'), title: 'Page/Provider' };

const inside = html`<div class="stack">
  <time-range-selector></time-range-selector>
  <kpi-cards></kpi-cards>
  <channel-donut></channel-donut>
</div>`;

const provider = (args: Args): TemplateResult => states.markup('stats-provider', args, inside);

/** Range and filters of the provider hold for all elements inside; the selector changes the range. */
export const Ready: StoryObj = states.ready({ render: provider });

/** `refresh()` of the provider refreshes every element inside. */
export const Refreshing: StoryObj = states.ready({
  render: (args) =>
    html`<button class="refresh" @click=${refreshNext}>refresh()</button>${provider(args)}`,
});

/** What an inner provider leaves open comes from the outer one: here all but the filter. */
export const Nested: StoryObj = states.ready({
  render: () =>
    html`<stats-provider time-range="last_7_days">
      <div class="stack">
        <kpi-cards heading="All phones"></kpi-cards>
        <stats-provider phone-id="phone-main">
          <kpi-cards heading="Front desk"></kpi-cards>
        </stats-provider>
      </div>
    </stats-provider>`,
});

/** A filter that is given but empty: the page has yet to learn the id, so nothing is asked. */
export const WaitingForAFilter: StoryObj = states.ready({
  args: { 'contact-id': '' },
  render: provider,
});

/** None of the reader's `permissions` allows statistics: one card, and nothing is asked. */
export const Denied: StoryObj = states.ready({
  render: () => html`<stats-provider .permissions=${['Contacts:View']}>${inside}</stats-provider>`,
});

function refreshNext({ target }: Event): void {
  const next = (target as Element).nextElementSibling as HTMLElementTagNameMap['stats-provider'];
  void next.refresh();
}
