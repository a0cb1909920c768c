import type { CallStatus, MessageStatus } from '@inlay/sdk/contract';
import { section } from '../shared/wording.js';

export const activityFeedWords = section('activityFeed', {
  heading: 'Recent activity',
  things: 'calls or messages',
  channels: { call: 'call', sms: 'SMS', email: 'email', other: 'message' },
  statuses: {
    queued: 'queued',
    ringing: 'ringing',
    in_progress: 'in progress',
    completed: 'completed',
    busy: 'busy',
    no_answer: 'no answer',
    failed: 'failed',
    canceled: 'canceled',
    voicemail: 'voicemail',
    sent: 'sent',
    delivered: 'delivered',
    read: 'read',
    undelivered: 'undelivered',
    received: 'received',
  } satisfies Record<CallStatus | MessageStatus, string>,
  line: (direction: string, channel: string, status: string) =>
    `${direction} ${channel}, ${status}`,
  when: 'When',
  contact: 'Contact',
  channel: 'Channel',
  direction: 'Direction',
  status: 'Status',
});
