/** @jsxImportSource solid-js */
import '@inlay/widgets/types/solid';
import type { HourSelection, RangeChange } from '@inlay/widgets';

const cells = [{ day: 1, hour: 0, count: 3 }];
const select = (event: CustomEvent<HourSelection>) => event.detail.weekday;
const change = (event: CustomEvent<RangeChange>) => event.detail.time_range;

export const good = (
  <stats-provider base-url="/" getToken={async () => 'token'} on:inlay-range-change={change}>
    <time-range-selector value="today" on:inlay-range-change={change} />
    <kpi-cards
      attr:time-range="last_7_days"
      compare="previous_period"
      heading-level={2}
      bare
      class="wide"
    />
    <dash-heatmap
      prop:cells={cells}
      attr:max-count="12"
      on:inlay-select={select}
      on:inlay-error={({ detail }) => detail.error.kind}
      id="week"
    />
  </stats-provider>
);

export const bad = [
  // @ts-expect-error: no range
  <kpi-cards attr:time-range="tomorrow" />,
  // @ts-expect-error: no property
  <kpi-cards timeRang="today" />,
  // @ts-expect-error: not of this element
  <kpi-cards unansweredHref="/inbox" />,
  // @ts-expect-error: not text
  <dash-heatmap prop:cells="12" />,
  // @ts-expect-error: another event's detail
  <dash-heatmap on:inlay-select={change} />,
  // @ts-expect-error: no element
  <kpi-card />,
];
