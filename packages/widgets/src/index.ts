export type { BucketSelection } from './shared/activity-element.js';
export type { Figure, FigurePart } from './shared/format.js';
export type { RangeChange } from './shared/range-change.js';
export type { Ids } from './shared/request.js';
export type { SelectedRange } from './shared/select-event.js';
export { setWords, type Words } from './shared/wording.js';
export { defineAll } from './define.js';
export { elements, type ElementTag } from './elements.js';
export { configure } from './provider/configure.js';
export { AiMessageOrigin } from './ai-message-origin/ai-message-origin.js';
export { AiUsageOverview } from './ai-usage-overview/ai-usage-overview.js';
export { CallActivityChart } from './call-activity-chart/call-activity-chart.js';
export {
  ChannelDonut,
  type Channel,
  type ChannelSelection,
} from './channel-donut/channel-donut.js';
export {
  DashHeatmap,
  type HeatmapSource,
  type HourSelection,
} from './dash-heatmap/dash-heatmap.js';
export { KpiCards } from './kpi-cards/kpi-cards.js';
export { MessageActivityChart } from './message-activity-chart/message-activity-chart.js';
export { MessagingKpiCards } from './messaging-kpi-cards/messaging-kpi-cards.js';
export { PlanMetrics } from './plan-metrics/plan-metrics.js';
export {
  QuickActions,
  type QuickAction,
  type QuickActionNavigation,
} from './quick-actions/quick-actions.js';
export {
  RecentActivityFeed,
  type ActivityNavigation,
} from './recent-activity-feed/recent-activity-feed.js';
export { RecentCalls, type CallNavigation } from './recent-calls/recent-calls.js';
export {
  ResponseInsights,
  type UnansweredNavigation,
} from './response-insights/response-insights.js';
export { StatsProvider } from './provider/stats-provider.js';
export { StatsDashboard } from './stats-dashboard/stats-dashboard.js';
export { TextAgentPerformance } from './text-agent-performance/text-agent-performance.js';
export { TimeRangeSelector } from './time-range-selector/time-range-selector.js';
export { TodoStatus } from './todo-status/todo-status.js';
export type { WeekCell } from './views/heatmap-grid/week.js';
