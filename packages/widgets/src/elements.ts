import { ChannelDonut } from './channel-donut/channel-donut.js';
import { DashHeatmap } from './dash-heatmap/dash-heatmap.js';
import { KpiCards } from './kpi-cards/kpi-cards.js';
import { ResponseInsights } from './response-insights/response-insights.js';
import { StatsProvider } from './provider/stats-provider.js';
import { TimeRangeSelector } from './time-range-selector/time-range-selector.js';

/** Every element there is, by its tag. */
export const elements = {
  'channel-donut': ChannelDonut,
  'dash-heatmap': DashHeatmap,
  'kpi-cards': KpiCards,
  'response-insights': ResponseInsights,
  'stats-provider': StatsProvider,
  'time-range-selector': TimeRangeSelector,
} as const;

export type ElementTag = keyof typeof elements;
