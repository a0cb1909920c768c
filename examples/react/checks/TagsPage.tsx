import type { RangeChange, StatsProvider } from '@inlay/widgets';
import { useRef, useState } from 'react';
import { getToken } from '../src/stats-token';
import { ThemeSelect } from '../src/ThemeSelect';

/** The page of `src`, written with tags. */
export function TagsPage() {
  const [range, setRange] = useState<RangeChange>({ time_range: 'last_7_days' });
  const [notice, setNotice] = useState('Choose an hour of the heatmap, or a contact.');
  const [expired, setExpired] = useState(false);
  const provider = useRef<StatsProvider>(null);

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
      <stats-provider
        ref={provider}
        base-url="/"
        getToken={getToken}
        timeRange={range.time_range}
        from={range.from}
        to={range.to}
        oninlay-range-change={({ detail }) => setRange(detail)}
        oninlay-session-expired={() => setExpired(true)}
      >
        <main className="page">
          <div className="title">
            <h1>Communication</h1>
            <time-range-selector />
          </div>
          {expired && (
            <p className="notice" role="alert">
              Your session has ended. <button onClick={() => void signIn()}>Sign in again</button>
            </p>
          )}
          <div className="statistics">
            <kpi-cards class="wide" compare="previous_period" />
            <call-activity-chart class="wide" />
            <dash-heatmap
              class="wide"
              source="calls"
              color="239,68,68"
              oninlay-select={({ detail }) =>
                setNotice(`Weekday ${detail.weekday}, ${detail.hour}:00, calls: ${detail.count}`)
              }
            />
            <response-insights unanswered-href="/inbox?unanswered" />
            <recent-activity-feed
              contact-href="/contacts/{id}"
              rows={6}
              oninlay-navigate={(event) => {
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
      </stats-provider>
    </>
  );
}
