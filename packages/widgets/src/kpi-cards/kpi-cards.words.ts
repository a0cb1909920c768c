import { section } from '../shared/wording.js';

export const kpiCardsWords = section('kpiCards', {
  label: 'Call figures',
  totalCalls: 'Total calls',
  totalDuration: 'Total duration',
  avgDuration: 'Average duration',
  totalTodos: 'To-dos',
  connected: (count: string) => `${count} connected`,
  talkTime: 'Talk time',
  perCall: 'Per connected call',
  open: (count: string) => `${count} open`,
  noAverage: 'An average needs at least one connected call.',
  things: 'calls',
});
