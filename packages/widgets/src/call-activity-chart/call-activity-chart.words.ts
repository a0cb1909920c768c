import { section } from '../shared/wording.js';

export const callActivityWords = section('callActivity', {
  heading: 'Call activity',
  things: 'calls',
  total: 'Calls',
  connected: 'Connected',
  notConnected: 'Not connected',
  calls: (count: string, plural: Intl.LDMLPluralRule) =>
    `${count} ${plural === 'one' ? 'call' : 'calls'}`,
  point: (calls: string, connected: string) => `${calls}, ${connected} connected`,
});
