import { section } from '../../shared/wording.js';

export const hourStripWords = section('hourStrip', {
  hour: 'Hour',
  peak: (hour: string, count: string) => `Most at ${hour}: ${count}`,
  none: 'None at any hour',
  point: (hour: string, amount: string) => `${hour}, ${amount}`,
  tip: (hours: string, amount: string) => `${hours} · ${amount}`,
});
