import type { statesWords } from './states.words.js';
import type { rangesWords } from './ranges.words.js';
import type { rangeContentsWords } from '../time-range-selector/range-contents.words.js';
import type { rangeSelectorWords } from '../time-range-selector/time-range-selector.words.js';
import type { kpiCardsWords } from '../kpi-cards/kpi-cards.words.js';
import type { heatmapWords } from '../views/heatmap-grid/heatmap-grid.words.js';
import type { channelDonutWords } from '../channel-donut/channel-donut.words.js';
import type { sharesWords } from '../views/donut/donut.words.js';
import type { responseInsightsWords } from '../response-insights/response-insights.words.js';
import type { hourStripWords } from '../views/hour-strip/hour-strip.words.js';
import type { messagingKpiCardsWords } from '../messaging-kpi-cards/messaging-kpi-cards.words.js';
import type { todoStatusWords } from '../todo-status/todo-status.words.js';
import type { textAgentWords } from '../text-agent-performance/text-agent-performance.words.js';
import type { planMetricsWords } from '../plan-metrics/plan-metrics.words.js';
import type { aiUsageWords } from '../ai-usage-overview/ai-usage-overview.words.js';
import type { aiOriginWords } from '../ai-message-origin/ai-message-origin.words.js';
import type { changesWords } from '../views/change/change.words.js';
import type { gradesWords } from '../views/rate-grade/rate-grade.words.js';
import type { tableWords } from '../views/data-table/data-table.words.js';
import type { activityWords } from './activity.words.js';
import type { callActivityWords } from '../call-activity-chart/call-activity-chart.words.js';
import type { messageActivityWords } from '../message-activity-chart/message-activity-chart.words.js';
import type { definitionsContentsWords } from './definitions-contents.words.js';
import type { definitionsWords } from './definitions.words.js';
import type { exportFilesWords } from './export-files.words.js';
import type { exportsWords } from './exports.words.js';
import type { callStatusesWords, directionsWords } from './calls.words.js';
import type { peopleWords } from './people.words.js';
import type { recentCallsWords, recordingWords } from '../recent-calls/recent-calls.words.js';
import type { activityFeedWords } from '../recent-activity-feed/recent-activity-feed.words.js';
import type { dashboardWords } from '../stats-dashboard/stats-dashboard.words.js';
import type { quickActionsWords } from '../quick-actions/quick-actions.words.js';

/** Everything that elements say, by sections; each stands beside what says it. */
export interface Words {
  states: ReturnType<typeof statesWords>;
  ranges: ReturnType<typeof rangesWords>;
  rangeSelector: ReturnType<typeof rangeSelectorWords>;
  rangeContents: ReturnType<typeof rangeContentsWords>;
  kpiCards: ReturnType<typeof kpiCardsWords>;
  heatmap: ReturnType<typeof heatmapWords>;
  channelDonut: ReturnType<typeof channelDonutWords>;
  shares: ReturnType<typeof sharesWords>;
  responseInsights: ReturnType<typeof responseInsightsWords>;
  hourStrip: ReturnType<typeof hourStripWords>;
  messagingKpiCards: ReturnType<typeof messagingKpiCardsWords>;
  todoStatus: ReturnType<typeof todoStatusWords>;
  textAgent: ReturnType<typeof textAgentWords>;
  planMetrics: ReturnType<typeof planMetricsWords>;
  aiUsage: ReturnType<typeof aiUsageWords>;
  aiOrigin: ReturnType<typeof aiOriginWords>;
  changes: ReturnType<typeof changesWords>;
  grades: ReturnType<typeof gradesWords>;
  table: ReturnType<typeof tableWords>;
  activity: ReturnType<typeof activityWords>;
  callActivity: ReturnType<typeof callActivityWords>;
  messageActivity: ReturnType<typeof messageActivityWords>;
  definitions: ReturnType<typeof definitionsWords>;
  definitionsContents: ReturnType<typeof definitionsContentsWords>;
  exports: ReturnType<typeof exportsWords>;
  exportFiles: ReturnType<typeof exportFilesWords>;
  directions: ReturnType<typeof directionsWords>;
  callStatuses: ReturnType<typeof callStatusesWords>;
  people: ReturnType<typeof peopleWords>;
  recentCalls: ReturnType<typeof recentCallsWords>;
  recording: ReturnType<typeof recordingWords>;
  activityFeed: ReturnType<typeof activityFeedWords>;
  quickActions: ReturnType<typeof quickActionsWords>;
  dashboard: ReturnType<typeof dashboardWords>;
}

type Overrides = { readonly [Section in keyof Words]?: Partial<Words[Section]> };

let overrides: Overrides = {};

/**
 * A section of words. Whole sentences with their values as arguments, so that a translation may
 * reorder them; numbers and dates arrive formatted.
 * @returns Gives the words in use: the same object until they are replaced. Ask at each render;
 *   never keep them.
 */
export function section<Texts extends object>(name: keyof Words, english: Texts): () => Texts {
  let merged = english;
  let mergedFrom: Overrides = {};
  return () => {
    if (mergedFrom !== overrides) {
      mergedFrom = overrides;
      merged = { ...english, ...overrides[name] };
    }
    return merged;
  };
}

/** Replaces sections of the words for the whole page; elements show them at their next render. */
export function setWords(replacements: Overrides): void {
  overrides = replacements;
}
