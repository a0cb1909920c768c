import { section } from '../../shared/wording.js';

export const heatmapWords = section('heatmap', {
  headings: { calls: 'Calls by hour', messages: 'Messages by hour' },
  things: { calls: 'calls', messages: 'messages' },
  /** One of them, for `1 call`. */
  single: { calls: 'call', messages: 'message' },
  grid: (things: string) => `Number of ${things} by weekday and hour`,
  weekday: 'Weekday',
  count: (things: string) => `Number of ${things}`,
  hour: 'Hour',
  amount: (count: string, things: string) => `${count} ${things}`,
  cell: (weekday: string, hour: string, amount: string) => `${weekday} ${hour}, ${amount}`,
  tip: (weekday: string, hours: string, amount: string) => `${weekday} ${hours} · ${amount}`,
  noData: 'no data',
  summary: (amount: string, weekday: string, hour: string, count: string) =>
    `${amount} · busiest ${weekday} ${hour} with ${count}`,
  legend: 'Legend',
  linear: 'Equal steps',
  quantile: 'Equally filled steps',
});
