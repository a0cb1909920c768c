import { defineAll } from '@inlay/widgets';
import { messagingAnswer } from '../../../packages/widgets/src/testing/fixtures/messaging-stats.js';
import { statsAnswer } from '../../../packages/widgets/src/testing/fixtures/stats.js';
import { ScriptedClient } from '../../../packages/widgets/src/testing/scripted-client.js';

/** Elements whose parts are fetched when a reader wants them, with answers of their own. */
const answers: Readonly<Record<string, unknown>> = {
  'kpi-cards': statsAnswer,
  'time-range-selector': undefined,
  'recent-calls': statsAnswer,
  'message-activity-chart': messagingAnswer,
  'dash-heatmap': statsAnswer,
};

defineAll();
for (const [tag, data] of Object.entries(answers)) {
  const client = new ScriptedClient();
  client.resolveRecording = async () => null;
  document.body.append(Object.assign(document.createElement(tag), { data, client }));
}
