import { engagementStats } from '../contract/engagement-stats.js';

/** An answer of engagement-stats that is told by its number of active contacts. */
export function engagement(activeContacts: number) {
  return engagementStats.answer.parse({
    meta: {
      time_range: 'today',
      from: '2026-03-02',
      to: '2026-03-02',
      timezone: 'Asia/Kathmandu',
      bucket: null,
      scope: 'organization',
      generated_at: '2026-03-02T06:15:00.000Z',
    },
    active_contacts: activeContacts,
    total_contacts: 40,
    channel_distribution: { calls: 3, sms: 2, email: 1, other: 0 },
    recent_activities: [],
  });
}
