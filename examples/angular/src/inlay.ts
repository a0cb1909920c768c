/** The elements that the page uses. */
import '@inlay/widgets/stats-provider.js';
import '@inlay/widgets/time-range-selector.js';
import '@inlay/widgets/kpi-cards.js';
import '@inlay/widgets/call-activity-chart.js';
import '@inlay/widgets/dash-heatmap.js';
import '@inlay/widgets/response-insights.js';
import '@inlay/widgets/recent-activity-feed.js';
