import { section } from './wording.js';

export const activityWords = section('activity', {
  legend: 'Series',
  units: { hour: 'Hour', day: 'Day', week: 'Week', month: 'Month', year: 'Year' },
  /** @param when A bucket's name: `Tuesday 3 March`. */
  point: (when: string, amount: string) => `${when}: ${amount}`,
  /** Comes before the summary, for those who listen. */
  about: (label: string, dates: string) => `${[label, dates].filter(Boolean).join(', ')}:`,
  summary: (amount: string, peak: string, count: string) =>
    `${amount} · busiest ${peak} with ${count}`,
  failed: 'The chart couldn’t be loaded.',
});
