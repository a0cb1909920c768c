import { describe, expect, expectTypeOf, test } from 'vitest';
import type { CallRow, MessageRow } from './contract/index.js';
import { records } from './contract/records.js';
import { eachRecord, type EachRecordQuery, type RecordOf } from './each-record.js';
import { clientFor } from './testing/client.js';
import { blackHole, json, problem, startServer, type Step } from './testing/scripted-server.js';

const meta = {
  time_range: 'today',
  from: '2026-03-02',
  to: '2026-03-02',
  timezone: 'Europe/Berlin',
  bucket: 'hour',
  scope: 'organization',
  generated_at: '2026-03-02T10:00:00.000Z',
};

const message = (id: string): MessageRow => ({
  id,
  contact_id: null,
  contact_name: null,
  member_id: null,
  member_name: null,
  phone_id: null,
  phone_label: null,
  channel: 'sms',
  direction: 'inbound',
  status: 'received',
  ai_feature: null,
  created_at: '2026-03-02T09:00:00.000Z',
});

const page = (ids: string[], next: string | null): Step =>
  json(records.answer.parse({ meta, total: 5, rows: ids.map(message), next_cursor: next }));

async function idsOf(rows: AsyncIterable<{ id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of rows) ids.push(id);
  return ids;
}

describe('eachRecord', () => {
  test('turns pages until there is none', async () => {
    await using server = await startServer(
      page(['a', 'b'], 'two'),
      page(['c', 'd'], 'three'),
      page(['e'], null),
    );
    const rows = eachRecord(clientFor(server), { of: 'messages', time_range: 'today' });
    expect(await idsOf(rows)).toEqual(['a', 'b', 'c', 'd', 'e']);
    const query = 'of=messages&time_range=today';
    expect(server.arrivals.map(({ target }) => [...queryOf(target)].sort())).toEqual(
      [
        `${query}&limit=200`,
        `${query}&limit=200&cursor=two`,
        `${query}&limit=200&cursor=three`,
      ].map((text) => [...new URLSearchParams(text)].sort()),
    );
  });

  test('asks for no page whose rows are not wanted', async () => {
    await using server = await startServer(page(['a', 'b'], 'two'), page(['c'], null));
    for await (const { id } of eachRecord(clientFor(server), { of: 'messages', limit: 2 })) {
      if (id === 'b') break;
    }
    expect(server.arrivals.length).toBe(1);
    expect(queryOf(server.arrivals[0]?.target).get('limit')).toBe('2');
  });

  test('an abort ends a wait for a page with its reason', async () => {
    await using server = await startServer(page(['a'], 'two'), blackHole);
    const leave = new AbortController();
    const rows = eachRecord(clientFor(server), { of: 'messages' }, { signal: leave.signal });
    expect((await rows.next()).value?.id).toBe('a');
    const waiting = rows.next();
    await server.arrived(2);
    leave.abort('enough');
    await expect(waiting).rejects.toBe('enough');
    expect(await rows.next()).toEqual({ done: true, value: undefined });
    await server.abandoned(1);
  });

  test('an abort between rows of one page ends it too', async () => {
    await using server = await startServer(page(['a', 'b'], null));
    const leave = new AbortController();
    const rows = eachRecord(clientFor(server), { of: 'messages' }, { signal: leave.signal });
    await rows.next();
    leave.abort('enough');
    await expect(rows.next()).rejects.toBe('enough');
  });

  test('a failure of a later page is thrown after the rows before it', async () => {
    await using server = await startServer(page(['a'], 'two'), problem(400, 'invalid_query'));
    const seen: string[] = [];
    const all = async () => {
      for await (const { id } of eachRecord(clientFor(server), { of: 'messages' })) seen.push(id);
    };
    await expect(all()).rejects.toMatchObject({ kind: 'invalid', code: 'invalid_query' });
    expect(seen).toEqual(['a']);
  });

  test('rows have the type of what is listed', () => {
    expectTypeOf<RecordOf<{ of: 'calls' }>>().toEqualTypeOf<CallRow>();
    expectTypeOf<RecordOf<{ of: 'unanswered' }>>().toEqualTypeOf<MessageRow>();
    expectTypeOf<EachRecordQuery>().not.toHaveProperty('cursor');
  });
});

function queryOf(target = ''): URLSearchParams {
  return new URL(target, 'http://stats.test').searchParams;
}
