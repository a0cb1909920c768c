import {
  DashHeatmap,
  KpiCards,
  StatsDashboard,
  StatsProvider,
  TimeRangeSelector,
} from '@inlay/widgets/react';
import { useState, type ReactNode } from 'react';
import * as values from '../../checks/values.js';
import type { TimeRange } from '@inlay/sdk';
import { App } from '../src/App';

const { cells, cellsAt, getToken, lists, permissions, properties, tellerAt } = values;

function RangeInState({ step }: { step: number }) {
  const [range, setRange] = useState<TimeRange>('today');
  return (
    <>
      <StatsProvider
        timeRange={range}
        data-step={step}
        onInlayRangeChange={({ detail }) => setRange(detail.time_range)}
      >
        <TimeRangeSelector />
      </StatsProvider>
      <output>{range}</output>
    </>
  );
}

/** What is drawn for each check, with the components of `@inlay/widgets/react`. */
export const components: Record<string, (step: number) => ReactNode> = {
  page: () => <App />,
  attributes: () => <KpiCards timeRange="today" heading="Calls" headingLevel={2} bare />,
  properties: (step) => <DashHeatmap cells={cells} {...properties[step]} />,
  rich: (step) => (
    <StatsProvider getToken={getToken} permissions={permissions}>
      <DashHeatmap cells={cellsAt(step)} />
    </StatsProvider>
  ),
  late: (step) => (
    <StatsProvider getToken={getToken}>
      <DashHeatmap
        heading={`Step ${step}`}
        bare
        cells={cellsAt(step)}
        onInlaySelect={tellerAt(step)}
      />
    </StatsProvider>
  ),
  events: (step) => (
    <DashHeatmap cells={cells} onInlaySelect={step < 2 ? tellerAt(step) : undefined} />
  ),
  prevented: (step) => (
    <StatsProvider
      timeRange="today"
      onInlayRangeChange={(event) => step === 0 && event.preventDefault()}
    >
      <TimeRangeSelector />
    </StatsProvider>
  ),
  state: (step) => <RangeInState step={step} />,
  children: (step) => (
    <StatsProvider>
      <p>Step {step}</p>
      <StatsDashboard>{step < 2 && <span slot="header">Step {step}</span>}</StatsDashboard>
    </StatsProvider>
  ),
  conditional: (step) => (
    <StatsProvider baseUrl="/" getToken={getToken} timeRange="last_7_days">
      {step !== 1 && <KpiCards />}
    </StatsProvider>
  ),
  parents: (step) => (
    <>
      <StatsProvider baseUrl="/" getToken={getToken} timeRange="last_7_days">
        {step !== 1 && <KpiCards />}
      </StatsProvider>
      <StatsProvider baseUrl="/" getToken={getToken} timeRange="all_time">
        {step === 1 && <KpiCards />}
      </StatsProvider>
    </>
  ),
  list: (step) =>
    lists[step]?.map((name) => <DashHeatmap key={name} id={name} heading={name} cells={cells} />),
};
