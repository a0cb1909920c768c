import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { convert } from './convert.mjs';

/** Lines of a committed table without its header; none has a quoted field. */
function lines(name: string): string[][] {
  const bytes = readFileSync(new URL(`tables/${name}`, import.meta.url));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  expect(text).not.toContain('"');
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

function tally(rows: string[][], ...columns: number[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const key = columns.map((column) => row[column]).join(' ');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

describe('the committed tables', () => {
  test('calls are those of the source', () => {
    const calls = lines('calls.csv.gz');
    expect(tally(calls, 5, 6)).toEqual({
      'inbound completed': 370,
      'inbound no_answer': 34 + 61,
      'outbound completed': 325,
      'outbound no_answer': 39 + 58,
    });
    expect(calls.reduce((sum, call) => sum + Number(call[8]), 0)).toBe(72_257);
    expect(calls.filter((call) => (call[6] === 'completed') !== (call[8] !== ''))).toEqual([]);
  });

  test('messages are those of the source', () => {
    const messages = lines('messages.csv.gz');
    expect(tally(messages, 5, 6, 7)).toEqual({
      'sms inbound received': 5227,
      'sms outbound sent': 5079,
    });
    expect(tally(messages, 3)['U617']).toBe(1915);
  });

  test('each of 60 members has one desk in one of four teams; names differ', () => {
    expect(lines('members.csv')).toHaveLength(60);
    expect(lines('contacts.csv')).toHaveLength(171);
    const names = [...lines('members.csv'), ...lines('contacts.csv')].map((row) => row[2]);
    expect(new Set(names).size).toBe(231);
    expect(tally(lines('phone_assignments.csv'), 0)).toEqual({ 'copenhagen-desk': 60 });
    expect(new Set(lines('phone_assignments.csv').map((row) => row[1])).size).toBe(60);
    expect(tally(lines('team_members.csv'), 1, 3)).toEqual(
      Object.fromEntries(
        ['T1', 'T2', 'T3', 'T4'].flatMap((id) => [
          [`${id} true`, 1],
          [`${id} false`, 14],
        ]),
      ),
    );
  });

  test('each event is on the desk of its member', () => {
    const deskOf = new Map(
      lines('phone_assignments.csv').map(([, phone, member]) => [member, phone]),
    );
    const events = [...lines('calls.csv.gz'), ...lines('messages.csv.gz')];
    expect(events.filter(([, , phone, member]) => deskOf.get(member) !== phone)).toEqual([]);
  });
});

test('each kind of record becomes its row', () => {
  const call = { contact_id: 'U3', agent_id: 'U20', started_at: '2024-01-07T10:00:00Z' };
  const message = { contact_id: 'U100', agent_id: 'U9', channel: 'sms' };
  const tables = convert({
    calls: [
      { ...call, call_id: 'K1', direction: 'inbound', status: 'answered', duration_seconds: '12' },
      { ...call, call_id: 'K2', direction: 'outbound', status: 'zero', duration_seconds: '0' },
      { ...call, call_id: 'K3', direction: 'inbound', status: 'missed', duration_seconds: '' },
    ],
    messages: [
      { ...message, message_id: 'S1', direction: 'inbound', created_at: '2024-01-07T11:00:00Z' },
      { ...message, message_id: 'S2', direction: 'outbound', created_at: '2024-01-07T11:01:00Z' },
    ],
  });
  expect(tables.members.map(({ id }) => id)).toEqual(['U9', 'U20']);
  expect(tables.contacts.map(({ id }) => id)).toEqual(['U3', 'U100']);
  expect(tables.phones).toEqual([
    { id: 'D9', org_id: 'copenhagen-desk', number: '+4500000001', label: 'Desk 1' },
    { id: 'D20', org_id: 'copenhagen-desk', number: '+4500000002', label: 'Desk 2' },
  ]);
  expect(tables.calls).toMatchObject([
    { id: 'K1', phone_id: 'D20', member_id: 'U20', status: 'completed', duration_secs: '12' },
    { id: 'K2', direction: 'outbound', status: 'no_answer', duration_secs: '' },
    { id: 'K3', direction: 'inbound', status: 'no_answer', duration_secs: '' },
  ]);
  expect(tables.messages).toEqual([
    {
      id: 'S1',
      org_id: 'copenhagen-desk',
      phone_id: 'D9',
      member_id: 'U9',
      contact_id: 'U100',
      channel: 'sms',
      direction: 'inbound',
      status: 'received',
      created_at: '2024-01-07T11:00:00Z',
    },
    expect.objectContaining({ id: 'S2', direction: 'outbound', status: 'sent' }),
  ]);
});
