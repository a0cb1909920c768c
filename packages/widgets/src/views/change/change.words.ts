import { section } from '../../shared/wording.js';

export const changesWords = section('changes', {
  points: (amount: string) => `${amount} pts`,
  fromZero: (amount: string) => `${amount} from 0`,
  more: (amount: string) => `>${amount}`,
  same: 'No change',
  /** @param period What the numbers are compared with: `previous 30 days` */
  against: (period: string) => `vs ${period}`,
  periods: {
    today: 'this time yesterday',
    day: 'day before',
    days: (count: string) => `previous ${count} days`,
    year: 'a year earlier',
  },
  short: { period: 'previous', year: 'last year' },
  spoken: {
    up: (amount: string, period: string) => `up ${amount} versus ${period}`,
    down: (amount: string, period: string) => `down ${amount} versus ${period}`,
    same: (_amount: string, period: string) => `no change versus ${period}`,
  },
  tones: { good: 'better', bad: 'worse' },
  before: (dates: string, number: string) => `${dates}: ${number}`,
});
