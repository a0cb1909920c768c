import '@inlay/widgets/types/react';
import type { HourSelection, RangeChange } from '@inlay/widgets';

const cells = [{ day: 1, hour: 0, count: 3 }];
const select = (event: CustomEvent<HourSelection>) => event.detail.weekday;
const change = (event: CustomEvent<RangeChange>) => event.detail.time_range;

export const good = (
  <stats-provider base-url="/" getToken={async () => 'token'} oninlay-range-change={change}>
    <time-range-selector value="today" oninlay-range-change={change} />
    <kpi-cards
      time-range="last_7_days"
      compare="previous_period"
      heading-level={2}
      bare
      class="wide"
    />
    <dash-heatmap
      cells={cells}
      maxCount={12}
      max-count="12"
      oninlay-select={select}
      oninlay-error={({ detail }) => detail.error.kind}
      id="week"
    />
  </stats-provider>
);

export const bad = [
  // @ts-expect-error: no range
  <kpi-cards time-range="tomorrow" />,
  // @ts-expect-error: no property
  <kpi-cards timeRang="today" />,
  // @ts-expect-error: not of this element
  <kpi-cards unansweredHref="/inbox" />,
  // @ts-expect-error: not text
  <dash-heatmap cells="12" />,
  // @ts-expect-error: no number
  <dash-heatmap max-count="many" />,
  // @ts-expect-error: another event's detail
  <dash-heatmap oninlay-select={change} />,
  // @ts-expect-error: no element
  <kpi-card />,
];
