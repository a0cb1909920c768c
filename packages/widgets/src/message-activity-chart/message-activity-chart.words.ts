import { section } from '../shared/wording.js';

export const messageActivityWords = section('messageActivity', {
  heading: 'Message activity',
  things: 'messages',
  total: 'Messages',
  channels: { sms: 'SMS', email: 'Email', other: 'Other' },
  messages: (count: string, plural: Intl.LDMLPluralRule) =>
    `${count} ${plural === 'one' ? 'message' : 'messages'}`,
  inChannel: {
    sms: (count: string) => `${count} SMS`,
    email: (count: string) => `${count} email`,
    other: (count: string) => `${count} other`,
  },
  point: (messages: string, channels: readonly string[]) => [messages, ...channels].join(', '),
});
