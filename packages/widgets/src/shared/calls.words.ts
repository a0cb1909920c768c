import type { CallStatus } from '@inlay/sdk/contract';
import { section } from './wording.js';

export const directionsWords = section('directions', { inbound: 'Inbound', outbound: 'Outbound' });

export const callStatusesWords = section('callStatuses', {
  queued: 'Queued',
  ringing: 'Ringing',
  in_progress: 'In progress',
  completed: 'Completed',
  busy: 'Busy',
  no_answer: 'No answer',
  failed: 'Failed',
  canceled: 'Canceled',
  voicemail: 'Voicemail',
} satisfies Record<CallStatus, string>);
