import type { AnswerOf, Slices } from '@inlay/sdk/contract';
import { newestFirst, normal } from './figures.js';
import { isInRange } from './range.js';
import type { OracleQuestion } from './question.js';

type EngagementStats = Omit<AnswerOf<Slices['engagementStats']>, 'meta'>;

export function oracleEngagementStats(question: OracleQuestion): EngagementStats {
  const { world, view, passes, range, orgId } = question;
  const isSeen = (row: Parameters<typeof passes>[0]) => view.byPhone(row) && passes(row);
  const everCalls = world.calls.filter(isSeen);
  const everMessages = world.messages.filter(isSeen);
  const calls = everCalls.filter((row) => isInRange(range, row.started_at));
  const messages = everMessages.filter((row) => isInRange(range, row.created_at));
  const contactsOf = (rows: readonly { contact_id?: string }[]) =>
    rows.flatMap((row) => row.contact_id ?? []);
  const owned = world.contacts.filter((contact) => {
    const row = {
      org_id: contact.org_id,
      contact_id: contact.id,
      ...(contact.owner_member_id !== undefined && { owner_member_id: contact.owner_member_id }),
    };
    return view.byMember(row) && passes(row);
  });
  const of = (channel: string) => messages.filter((row) => row.channel === channel).length;
  const words = { sms: 'SMS', email: 'email', other: 'message', call: 'call' };
  return {
    active_contacts: new Set([...contactsOf(calls), ...contactsOf(messages)]).size,
    total_contacts: new Set([
      ...owned.map((row) => row.id),
      ...contactsOf(everCalls),
      ...contactsOf(everMessages),
    ]).size,
    channel_distribution: {
      calls: calls.length,
      sms: of('sms'),
      email: of('email'),
      other: of('other'),
    },
    recent_activities: [
      ...calls.map((row) => ({
        ...row,
        at: row.started_at,
        kind: 'call' as const,
        channel: 'call' as const,
      })),
      ...messages.map((row) => ({ ...row, at: row.created_at, kind: 'message' as const })),
    ]
      .sort(newestFirst)
      .slice(0, 10)
      .map((row) => ({
        id: row.id,
        activity_type: row.kind,
        contact_id: row.contact_id ?? null,
        contact_name:
          world.contacts.find((c) => c.org_id === orgId && c.id === row.contact_id)?.name ?? null,
        description: `${row.direction === 'inbound' ? 'Inbound' : 'Outbound'} ${
          words[row.channel]
        }, ${row.status.replaceAll('_', ' ')}`,
        channel: row.channel,
        direction: row.direction,
        status: row.status,
        created_at: normal(row.at),
      })),
  };
}
