import { TimeRange } from '@inlay/sdk/contract';
import { html } from 'hono/html';

const presets = TimeRange.options.filter((range) => range !== 'custom');

/**
 * All that can be said in markup is: the elements find it when the browser has loaded them.
 * @param {{ range?: string }} asked one of the presets; without, or with anything else, a week
 */
export function page({ range }) {
  const timeRange = presets.includes(range) ? range : 'last_7_days';
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Communication · Larch CRM</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/page.css" />
        <script type="module" src="/inlay/inlay.js"></script>
        <script type="module" src="/page.js"></script>
      </head>
      <body>
        <header class="bar">
          <strong>Larch CRM</strong>
          <label>
            Theme
            <select id="theme">
              <option value="auto">Auto</option>
              <option value="light">Light</option>
              <option value="dark">Dark</option>
            </select>
          </label>
        </header>
        <stats-provider base-url="/" time-range="${timeRange}">
          <main class="page">
            <div class="title">
              <h1>Communication</h1>
              <time-range-selector></time-range-selector>
            </div>
            <div class="statistics">
              <kpi-cards class="wide" compare="previous_period"></kpi-cards>
              <call-activity-chart class="wide"></call-activity-chart>
              <dash-heatmap class="wide" source="calls" color="239,68,68"></dash-heatmap>
              <response-insights unanswered-href="/inbox?unanswered"></response-insights>
              <recent-activity-feed contact-href="/contacts/{id}" rows="6"></recent-activity-feed>
            </div>
            <p class="notice" id="chosen" role="status">
              Choose an hour of the heatmap, or a contact.
            </p>
          </main>
        </stats-provider>
      </body>
    </html>`;
}
