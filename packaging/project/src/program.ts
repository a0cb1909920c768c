import { createStatsClient, isStatsError, type AnswerOf, type Slices } from '@inlay/sdk';
import { createClient } from '@inlay/sdk/client';
import { canViewDashboard, stats, TimeRange } from '@inlay/sdk/contract';
import { createApp, openSqlite, systemClock, type TokenVerifier } from '@inlay/server';
import { configure, defineAll, KpiCards, type HourSelection } from '@inlay/widgets';
import { DashHeatmap } from '@inlay/widgets/classes/dash-heatmap.js';
import { StatsProvider } from '@inlay/widgets/classes/stats-provider.js';
import '@inlay/widgets/kpi-cards.js';
import '@inlay/widgets/stats-provider.js';

const getToken = async () => 'token';
const options = { baseUrl: 'https://stats.example.com', getToken };

export const client = createStatsClient(options);
export const answer: Promise<AnswerOf<Slices['stats']>> = client.stats({ time_range: 'today' });
export const same = createClient(options).get(stats, { time_range: TimeRange.options[0] });
// @ts-expect-error
void client.stats({ time_range: 'tomorrow' });
// @ts-expect-error
void answer.then(({ total_cals }) => total_cals);

defineAll({ prefix: 'acme-' });
// @ts-expect-error
defineAll({ prefix: 1 });
configure(options);

export const cards: KpiCards = document.createElement('kpi-cards');
cards.timeRange = 'last_7_days';
// @ts-expect-error
cards.timeRange = 'tomorrow';
export const heatmap: DashHeatmap = new DashHeatmap();
heatmap.cells = [{ day: 1, hour: 0, count: 3 }];
export const provider: StatsProvider = document.createElement('stats-provider');
provider.getToken = getToken;
export const chosen = ({ weekday, hour, count }: HourSelection) => weekday + hour + count;

export async function serve(verify: TokenVerifier) {
  return createApp({ store: await openSqlite('inlay.db'), verify, clock: systemClock });
}
export const mayLook = (error: unknown) =>
  canViewDashboard([]) || (isStatsError(error) && error.kind !== 'denied');
