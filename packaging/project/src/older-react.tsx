import type { RangeChange } from '@inlay/widgets';
import { DashHeatmap, KpiCards, StatsProvider } from '@inlay/widgets/react';

const cells = [{ day: 1, hour: 0, count: 3 }];
const change = (event: CustomEvent<RangeChange>) => event.detail.time_range;

export const good = (
  <StatsProvider baseUrl="/" getToken={async () => 'token'} onInlayRangeChange={change}>
    <KpiCards timeRange="last_7_days" headingLevel={2} bare className="wide" />
    <DashHeatmap
      cells={cells}
      onInlaySelect={({ detail }) => detail.weekday}
      ref={(heatmap) => heatmap?.refresh()}
    />
  </StatsProvider>
);

export const bad = [
  // @ts-expect-error: no range
  <KpiCards timeRange="tomorrow" />,
  // @ts-expect-error: no property
  <KpiCards timeRang="today" />,
  // @ts-expect-error: not text
  <DashHeatmap cells="12" />,
  // @ts-expect-error: another event's detail
  <DashHeatmap onInlaySelect={change} />,
];
