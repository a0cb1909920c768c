import { AiMessageOrigin } from './ai-message-origin/ai-message-origin.js';
import { AiUsageOverview } from './ai-usage-overview/ai-usage-overview.js';
import { CallActivityChart } from './call-activity-chart/call-activity-chart.js';
import { ChannelDonut } from './channel-donut/channel-donut.js';
import { DashHeatmap } from './dash-heatmap/dash-heatmap.js';
import { KpiCards } from './kpi-cards/kpi-cards.js';
import { MessageActivityChart } from './message-activity-chart/message-activity-chart.js';
import { MessagingKpiCards } from './messaging-kpi-cards/messaging-kpi-cards.js';
import { PlanMetrics } from './plan-metrics/plan-metrics.js';
import { QuickActions } from './quick-actions/quick-actions.js';
import { RecentActivityFeed } from './recent-activity-feed/recent-activity-feed.js';
import { RecentCalls } from './recent-calls/recent-calls.js';
import { ResponseInsights } from './response-insights/response-insights.js';
import { StatsProvider } from './provider/stats-provider.js';
import { StatsDashboard } from './stats-dashboard/stats-dashboard.js';
import { TextAgentPerformance } from './text-agent-performance/text-agent-performance.js';
import { TimeRangeSelector } from './time-range-selector/time-range-selector.js';
import { TodoStatus } from './todo-status/todo-status.js';

/** Every element there is, by its tag. */
export const elements = {
  'ai-message-origin': AiMessageOrigin,
  'ai-usage-overview': AiUsageOverview,
  'call-activity-chart': CallActivityChart,
  'channel-donut': ChannelDonut,
  'dash-heatmap': DashHeatmap,
  'kpi-cards': KpiCards,
  'message-activity-chart': MessageActivityChart,
  'messaging-kpi-cards': MessagingKpiCards,
  'plan-metrics': PlanMetrics,
  'quick-actions': QuickActions,
  'recent-activity-feed': RecentActivityFeed,
  'recent-calls': RecentCalls,
  'response-insights': ResponseInsights,
  'stats-dashboard': StatsDashboard,
  'stats-provider': StatsProvider,
  'text-agent-performance': TextAgentPerformance,
  'time-range-selector': TimeRangeSelector,
  'todo-status': TodoStatus,
} as const;

export type ElementTag = keyof typeof elements;
