import { KpiCards } from './kpi-cards/kpi-cards.js';
import { StatsProvider } from './provider/stats-provider.js';
import { TimeRangeSelector } from './time-range-selector/time-range-selector.js';

/** Every element there is, by its tag. */
export const elements = {
  'kpi-cards': KpiCards,
  'stats-provider': StatsProvider,
  'time-range-selector': TimeRangeSelector,
} as const;

export type ElementTag = keyof typeof elements;
