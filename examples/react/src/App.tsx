import type { RangeChange, StatsProvider as Provider } from '@inlay/widgets';
import {
  CallActivityChart,
  DashHeatmap,
  KpiCards,
  RecentActivityFeed,
  ResponseInsights,
  StatsProvider,
  TimeRangeSelector,
} from '@inlay/widgets/react';
import { useRef, useState } from 'react';
import { getToken } from './stats-token';
import { ThemeSelect } from './ThemeSelect';

export function App() {
  const [range, setRange] = useState<RangeChange>({ time_range: 'last_7_days' });
  const [notice, setNotice] = useState('Choose an hour of the heatmap, or a contact.');
  const [expired, setExpired] = useState(false);
  const provider = useRef<Provider>(null);

  async function signIn() {
    setExpired(false);
    await provider.current?.refresh();
  }

  return (
    <>
      <header className="bar">
        <strong>Larch CRM</strong>
        <ThemeSelect />
      </header>
      <StatsProvider
        ref={provider}
        baseUrl="/"
        getToken={getToken}
        timeRange={range.time_range}
        from={range.from}
        to={range.to}
        onInlayRangeChange={({ detail }) => setRange(detail)}
        onInlaySessionExpired={() => setExpired(true)}
      >
        <main className="page">
          <div className="title">
            <h1>Communication</h1>
            <TimeRangeSelector />
          </div>
          {expired && (
            <p className="notice" role="alert">
              Your session has ended. <button onClick={() => void signIn()}>Sign in again</button>
            </p>
          )}
          <div className="statistics">
            <KpiCards className="wide" compare="previous_period" />
            <CallActivityChart className="wide" />
            <DashHeatmap
              className="wide"
              source="calls"
              color="239,68,68"
              onInlaySelect={({ detail }) =>
                setNotice(`Weekday ${detail.weekday}, ${detail.hour}:00, calls: ${detail.count}`)
              }
            />
            <ResponseInsights unansweredHref="/inbox?unanswered" />
            <RecentActivityFeed
              contactHref="/contacts/{id}"
              rows={6}
              onInlayNavigate={(event) => {
                // The page has a router of its own, so the browser is not to follow the link.
                event.preventDefault();
                setNotice(`Now the CRM would open ${event.detail.href}`);
              }}
            />
          </div>
          <p className="notice" role="status">
            {notice}
          </p>
        </main>
      </StatsProvider>
    </>
  );
}
