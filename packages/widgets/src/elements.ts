import { CallActivityChart } from './call-activity-chart/call-activity-chart.js';
import { ChannelDonut } from './channel-donut/channel-donut.js';
import { DashHeatmap } from './dash-heatmap/dash-heatmap.js';
import { KpiCards } from './kpi-cards/kpi-cards.js';
import { MessageActivityChart } from './message-activity-chart/message-activity-chart.js';
import { ResponseInsights } from './response-insights/response-insights.js';
import { StatsProvider } from './provider/stats-provider.js';
import { TimeRangeSelector } from './time-range-selector/time-range-selector.js';

/** Every element there is, by its tag. */
export const elements = {
  'channel-donut': ChannelDonut,
  'dash-heatmap': DashHeatmap,
  'call-activity-chart': CallActivityChart,
  'kpi-cards': KpiCards,
  'response-insights': ResponseInsights,
  'stats-provider': StatsProvider,
  'message-activity-chart': MessageActivityChart,
  'time-range-selector': TimeRangeSelector,
} as const;

export type ElementTag = keyof typeof elements;
