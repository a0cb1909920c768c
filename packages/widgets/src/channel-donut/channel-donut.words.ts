import { section } from '../shared/wording.js';

export const channelDonutWords = section('channelDonut', {
  heading: 'Channels',
  channels: { calls: 'Calls', sms: 'SMS', email: 'Email', other: 'Other' },
  things: 'calls or messages',
  total: 'Total',
  legend: 'Calls and messages by channel',
  channel: 'Channel',
  count: 'Calls and messages',
  share: 'Share',
  summary: (total: string, channel: string, share: string) =>
    `${total} calls and messages · largest share: ${channel}, ${share}`,
  contacts: (active: string, total: string) => `${active} of ${total} contacts active`,
});
