import '@inlay/widgets/kpi-cards.js';
import { KpiCards, StatsProvider } from '@inlay/widgets/react';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';

declare const token: string;
declare const server: string;

const getToken = async () => token;
const told: string[] = [];
Object.assign(window, { told });

function Page() {
  const [range, setRange] = useState<'last_7_days' | undefined>('last_7_days');
  return (
    <StatsProvider baseUrl={server} getToken={getToken} timeRange="last_30_days">
      <button onClick={() => setRange(undefined)}>As the provider says</button>
      <KpiCards
        className="cards"
        heading="Calls"
        timeRange={range}
        onInlayError={({ detail }) => told.push(detail.error.message)}
      />
    </StatsProvider>
  );
}

const root = document.createElement('main');
document.body.append(root);
createRoot(root).render(createElement(Page));
