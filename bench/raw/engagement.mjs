import { activeContacts, eventsByChannel, newestEvents, totalContacts } from './statements.mjs';

const countOf = ([row]) => row.count;
const words = { call: 'call', sms: 'SMS', email: 'email', other: 'message' };
const capitalized = (word) => word[0].toUpperCase() + word.slice(1);

export async function engagementStats(ask, request) {
  const channels = new Map(
    (await ask(eventsByChannel(request))).map(({ channel, count }) => [channel, count]),
  );
  const events = [
    ...(await ask(newestEvents(request, 'calls'))),
    ...(await ask(newestEvents(request, 'messages'))),
  ];
  return {
    active_contacts: countOf(await ask(activeContacts(request))),
    total_contacts: countOf(await ask(totalContacts(request))),
    channel_distribution: Object.fromEntries(
      ['calls', 'sms', 'email', 'other'].map((key) => [key, channels.get(key) ?? 0]),
    ),
    recent_activities: events
      .sort((a, b) => b.happened_at - a.happened_at)
      .slice(0, 10)
      .map(({ happened_at, ...event }) => ({
        ...event,
        activity_type: event.channel === 'call' ? 'call' : 'message',
        description: `${capitalized(event.direction)} ${words[event.channel]}, ${event.status.replaceAll('_', ' ')}`,
        created_at: new Date(happened_at).toISOString(),
      })),
  };
}
