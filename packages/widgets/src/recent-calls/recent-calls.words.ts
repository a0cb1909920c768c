import { section } from '../shared/wording.js';

export const recentCallsWords = section('recentCalls', {
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
});

export const recordingWords = section('recording', {
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
});
