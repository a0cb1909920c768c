import { useState, type ReactNode } from 'react';
import * as values from '../../checks/values.js';
import type { TimeRange } from '@inlay/sdk';
import { TagsPage } from './TagsPage';

const { cells, cellsAt, getToken, lists, permissions, properties, tellerAt } = values;

function RangeInState({ step }: { step: number }) {
  const [range, setRange] = useState<TimeRange>('today');
  return (
    <>
      <stats-provider
        timeRange={range}
        data-step={step}
        oninlay-range-change={({ detail }) => setRange(detail.time_range)}
      >
        <time-range-selector />
      </stats-provider>
      <output>{range}</output>
    </>
  );
}

/** What is drawn for each check, with the tags themselves. */
export const tags: Record<string, (step: number) => ReactNode> = {
  page: () => <TagsPage />,
  attributes: () => <kpi-cards time-range="today" heading="Calls" heading-level="2" bare />,
  properties: (step) => <dash-heatmap cells={cells} {...properties[step]} />,
  rich: (step) => (
    <stats-provider getToken={getToken} permissions={permissions}>
      <dash-heatmap cells={cellsAt(step)} />
    </stats-provider>
  ),
  late: (step) => (
    <stats-provider getToken={getToken}>
      <dash-heatmap
        heading={`Step ${step}`}
        bare
        cells={cellsAt(step)}
        oninlay-select={tellerAt(step)}
      />
    </stats-provider>
  ),
  events: (step) => (
    <dash-heatmap cells={cells} oninlay-select={step < 2 ? tellerAt(step) : undefined} />
  ),
  prevented: (step) => (
    <stats-provider
      timeRange="today"
      oninlay-range-change={(event) => step === 0 && event.preventDefault()}
    >
      <time-range-selector />
    </stats-provider>
  ),
  state: (step) => <RangeInState step={step} />,
  children: (step) => (
    <stats-provider>
      <p>Step {step}</p>
      <stats-dashboard>{step < 2 && <span slot="header">Step {step}</span>}</stats-dashboard>
    </stats-provider>
  ),
  conditional: (step) => (
    <stats-provider base-url="/" getToken={getToken} timeRange="last_7_days">
      {step !== 1 && <kpi-cards />}
    </stats-provider>
  ),
  parents: (step) => (
    <>
      <stats-provider base-url="/" getToken={getToken} timeRange="last_7_days">
        {step !== 1 && <kpi-cards />}
      </stats-provider>
      <stats-provider base-url="/" getToken={getToken} timeRange="all_time">
        {step === 1 && <kpi-cards />}
      </stats-provider>
    </>
  ),
  list: (step) =>
    lists[step]?.map((name) => <dash-heatmap key={name} id={name} heading={name} cells={cells} />),
};
