/**
 * How each element's numbers become a table. Fetched with the menu that offers them: an element
 * names its table's function and does not import it.
 */
export { aiMessagesTable } from '../ai-message-origin/ai-messages-table.js';
export { aiUsageTable } from '../ai-usage-overview/ai-usage-table.js';
export { weekTable } from '../dash-heatmap/week-table.js';
export { callFiguresTable } from '../kpi-cards/call-figures-table.js';
export { messageFiguresTable } from '../messaging-kpi-cards/message-figures-table.js';
export { plansTable } from '../plan-metrics/plans-table.js';
export { activitiesTable } from '../recent-activity-feed/activities-table.js';
export { callsTable } from '../recent-calls/calls-table.js';
export { hourTable } from '../response-insights/hour-table.js';
export { phoneTable } from '../response-insights/phone-table.js';
export { textAgentTable } from '../text-agent-performance/text-agent-table.js';
export { activityTable } from './activity-table.js';
export { sharesTable } from './shares-table.js';
