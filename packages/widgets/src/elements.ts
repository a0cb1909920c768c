import { AiMessageOrigin } from './ai-message-origin/ai-message-origin.js';
import { AiUsageOverview } from './ai-usage-overview/ai-usage-overview.js';
import { CallActivityChart } from './call-activity-chart/call-activity-chart.js';
import { ChannelDonut } from './channel-donut/channel-donut.js';
import { DashHeatmap } from './dash-heatmap/dash-heatmap.js';
import { KpiCards } from './kpi-cards/kpi-cards.js';
import { MessageActivityChart } from './message-activity-chart/message-activity-chart.js';
import { MessagingKpiCards } from './messaging-kpi-cards/messaging-kpi-cards.js';
import { PlanMetrics } from './plan-metrics/plan-metrics.js';
import { ResponseInsights } from './response-insights/response-insights.js';
import { StatsProvider } from './provider/stats-provider.js';
import { TimeRangeSelector } from './time-range-selector/time-range-selector.js';

/** Every element there is, by its tag. */
export const elements = {
  'channel-donut': ChannelDonut,
  'dash-heatmap': DashHeatmap,
  'ai-message-origin': AiMessageOrigin,
  'ai-usage-overview': AiUsageOverview,
  'call-activity-chart': CallActivityChart,
  'kpi-cards': KpiCards,
  'response-insights': ResponseInsights,
  'stats-provider': StatsProvider,
  'message-activity-chart': MessageActivityChart,
  'messaging-kpi-cards': MessagingKpiCards,
  'plan-metrics': PlanMetrics,
  'time-range-selector': TimeRangeSelector,
} as const;

export type ElementTag = keyof typeof elements;
