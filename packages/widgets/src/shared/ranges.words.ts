import type { TimeRange } from '@inlay/sdk/contract';
import { section } from './wording.js';

export const rangesWords = section('ranges', {
  today: 'Today',
  yesterday: 'Yesterday',
  last_7_days: 'Last 7 days',
  last_30_days: 'Last 30 days',
  last_90_days: 'Last 90 days',
  all_time: 'All time',
  custom: 'Custom range',
} satisfies Record<TimeRange, string>);
