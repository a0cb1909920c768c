import type { CallStatus, MessageStatus } from '@inlay/sdk/contract';
import { section } from './wording.js';

/** Sections that do not stand beside what says them yet. */
export const english = {
  directions: { inbound: 'Inbound', outbound: 'Outbound' },
  callStatuses: {
    queued: 'Queued',
    ringing: 'Ringing',
    in_progress: 'In progress',
    completed: 'Completed',
    busy: 'Busy',
    no_answer: 'No answer',
    failed: 'Failed',
    canceled: 'Canceled',
    voicemail: 'Voicemail',
  } satisfies Record<CallStatus, string>,
  people: {
    unknown: 'Unknown contact',
    unnamed: 'Unnamed contact',
    nobody: 'Nobody',
  },
  recentCalls: {
    heading: 'Recent calls',
    things: 'calls',
    contact: 'Contact',
    direction: 'Direction',
    status: 'Status',
    member: 'Member',
    duration: 'Duration',
    when: 'When',
    recording: 'Recording',
    phone: 'Phone',
    outcome: 'Outcome',
    durationSecs: 'Duration (s)',
    started: 'Started',
    notConnected: 'Never connected',
    noRecording: 'No recording',
    openCall: (contact: string) => `Call with ${contact}`,
  },
  recording: {
    play: (contact: string, when: string) => `Play recording, ${contact}, ${when}`,
    pause: (contact: string, when: string) => `Pause recording, ${contact}, ${when}`,
    player: (contact: string) => `Recording, ${contact}`,
    position: 'Position',
    of: (position: string, length: string) => `${position} of ${length}`,
    loading: 'Fetching the recording …',
    retry: 'Retry',
    close: 'Close the player',
    failures: {
      none: 'There is no recording of this call any more.',
      unreachable: 'The recording couldn’t be fetched.',
      unplayable: 'The recording can’t be played here.',
    },
  },
  activityFeed: {
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
  },
  quickActions: {
    label: 'Quick actions',
    actions: {
      'add-phone': 'Add phone number',
      'create-agent': 'Create agent',
      'upload-document': 'Upload document',
    },
  },
};

const sections = Object.entries(english).map(
  ([name, texts]) => [name, section(name as keyof typeof english, texts)] as const,
);

/** The words in use. Ask at each render; never keep them. */
export function words(): typeof english {
  return Object.fromEntries(sections.map(([name, texts]) => [name, texts()])) as typeof english;
}
