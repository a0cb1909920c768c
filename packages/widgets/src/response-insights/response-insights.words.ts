import { section } from '../shared/wording.js';

export const responseInsightsWords = section('responseInsights', {
  heading: 'Response times',
  average: 'Average first response',
  averageOf: { run: 'per waiting run', message: 'per message' },
  noAverage: { run: 'No waiting run has been answered.', message: 'No message was answered.' },
  unanswered: 'Unanswered',
  units: {
    run: (plural: Intl.LDMLPluralRule) => (plural === 'one' ? 'waiting run' : 'waiting runs'),
    message: (plural: Intl.LDMLPluralRule) => (plural === 'one' ? 'message' : 'messages'),
  },
  unit: (count: string, unit: string) => `${count} unanswered ${unit}`,
  rate: 'Response rate',
  noRate: 'Nothing came in that waits for an answer.',
  things: { run: 'incoming conversations', message: 'incoming messages' },
  byHour: 'Unanswered by hour',
  hour: 'Hour',
  hoursFile: 'Download CSV by hour',
  byPhone: 'Responses by phone',
  phone: 'Phone',
  noPhone: 'No phone',
  answered: 'Answered',
  averageShort: 'Avg. response',
  averageShortest: 'Avg.',
  rateShort: 'Rate',
});
