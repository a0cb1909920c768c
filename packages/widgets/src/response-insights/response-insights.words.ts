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
  about: {
    run: {
      question: 'What is a waiting run?',
      answer:
        'A waiting run is a contact’s messages in a row without a reply. It opens with the first message after the last reply, counts once, at the phone and in the hour in which it opened, and is answered by the next reply in the thread. The response time runs from its first message to that reply.',
    },
    message: {
      question: 'When is a message unanswered?',
      answer:
        'Every incoming message counts by itself, at its phone and in its hour. It is answered if the very next message of the thread is a reply; the response time runs from the message to that reply. All others are unanswered.',
    },
  },
});
