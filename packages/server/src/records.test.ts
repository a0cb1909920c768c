import { slices } from '@inlay/sdk/contract';
import { metricDefinitions } from '@inlay/sdk/contract/metric-definitions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reader } from './testing/reader.js';
import { serveWorld, type ServedWorld } from './testing/served-world.js';
import { emptyWorld } from './testing/world.js';

const now = Date.parse('2026-03-30T10:00:00Z');
const owner = reader('m1', [], { role: 'org_owner' });

let served: ServedWorld;
beforeAll(async () => {
  served = await serveWorld(
    {
      ...emptyWorld,
      organizations: [{ id: 'acme', name: 'Acme', timezone: 'Europe/Berlin' }],
      contacts: [{ org_id: 'acme', id: 'c1', name: 'Ada' }],
      messages: ['08:00:00', '08:00:00', '09:00:00'].map((time, index) => ({
        org_id: 'acme',
        id: `s${index}`,
        contact_id: 'c1',
        channel: 'sms',
        direction: 'inbound',
        status: 'received',
        created_at: `2026-03-30T${time}Z`,
      })),
    },
    now,
  );
});
afterAll(() => served.close());

describe('records', () => {
  test('pages of messages of one instant neither repeat nor lose a row', async () => {
    const first = await served.ask('records', owner, 'of=messages&limit=2');
    expect(first.body.rows.map((row) => row.id)).toEqual(['s2', 's1']);
    const second = await served.ask('records', owner, {
      of: 'messages',
      limit: 2,
      cursor: first.body.next_cursor,
    });
    expect(second.body).toMatchObject({ total: 3, next_cursor: null });
    expect(second.body.rows).toEqual([
      {
        id: 's0',
        contact_id: 'c1',
        contact_name: 'Ada',
        member_id: null,
        member_name: null,
        phone_id: null,
        phone_label: null,
        channel: 'sms',
        direction: 'inbound',
        status: 'received',
        ai_feature: null,
        created_at: '2026-03-30T08:00:00.000Z',
      },
    ]);
  });

  test('unanswered lists the message that opened the run, or each message', async () => {
    const runs = await served.ask('records', owner, 'of=unanswered');
    const messages = await served.ask('records', owner, 'of=unanswered&unanswered_by=message');
    expect(runs.body.rows.map((row) => row.id)).toEqual(['s0']);
    expect(messages.body.rows.map((row) => row.id)).toEqual(['s2', 's1', 's0']);
  });

  test.each([
    ['', 'of'],
    ['of=todos', 'of'],
    ['of=calls&channel=sms', 'channel'],
    ['of=calls&status=delivered', 'status'],
    ['of=messages&status=busy', 'status'],
    ['of=messages&unanswered_by=run', 'unanswered_by'],
    ['of=unanswered&direction=inbound', 'direction'],
    ['of=calls&bucket=2026-02-27', 'bucket'],
    ['of=calls&weekday=0', 'weekday'],
    ['of=calls&hour=24', 'hour'],
    ['of=calls&hour=', 'hour'],
    ['of=calls&limit=201', 'limit'],
    ['of=calls&limit=0', 'limit'],
    ['of=calls&cursor=x', 'cursor'],
    ['of=calls&compare=previous_period', 'compare'],
  ])('%s: the parameter is named', async (query, parameter) => {
    const { status, body } = await served.ask('records', owner, query);
    expect([status, body.parameter]).toEqual([400, parameter]);
  });

  test.each([
    ['of=calls&limit=201', 'limit is not a whole number from 1 to 200'],
    ['of=calls&limit=1.5', 'limit is not a whole number from 1 to 200'],
    ['of=calls&hour=-1', 'hour is not a whole number from 0 to 23'],
    ['of=calls&weekday=', 'weekday is not a whole number from 1 to 7'],
    [`of=calls&cursor=${'x'.repeat(201)}`, 'cursor is longer than 200 characters'],
    [
      'of=calls&phone_id=a%20b',
      'phone_id is not an id: 1–64 printable ASCII characters without space',
    ],
    [`of=calls${'&phone_id=p'.repeat(201)}`, 'phone_id is given more than 200 times'],
  ])('%s: what is allowed is said', async (query, detail) => {
    const { body } = await served.ask('records', owner, query);
    expect(body.detail).toBe(detail);
  });

  test('its whole numbers are described with their limits', async () => {
    const response = await served.fetch('/openapi.json');
    const { paths } = (await response.json()) as {
      paths: Record<string, { get: { parameters: { name: string; schema: object }[] } }>;
    };
    const { parameters = [] } = paths['/api/dashboard/records']?.get ?? {};
    const schemaOf = (name: string) => parameters.find((one) => one.name === name)?.schema;
    expect(['weekday', 'hour', 'limit'].map(schemaOf)).toEqual([
      { type: 'integer', minimum: 1, maximum: 7 },
      { type: 'integer', minimum: 0, maximum: 23 },
      { type: 'integer', minimum: 1, maximum: 200 },
    ]);
  });
});

test('compare is not taken with all time', async () => {
  const { status, body } = await served.ask(
    'stats',
    owner,
    'time_range=all_time&compare=previous_year',
  );
  expect([status, body.parameter]).toEqual([400, 'compare']);
});

describe('definitions', () => {
  test('are served as the contract has them', async () => {
    const { body } = await served.ask('definitions', owner);
    expect(body.definitions).toEqual(metricDefinitions);
  });

  test('cover every number of every slice', () => {
    const listed = new Set(metricDefinitions.map(({ slice, metric }) => `${slice} ${metric}`));
    const shared = new Set(['meta', 'comparison', 'recent_calls']);
    const missing = Object.values(slices).flatMap(({ name, answer }) =>
      Object.keys(answer.def.shape)
        .filter((field) => !shared.has(field) && !field.endsWith('_max'))
        .filter((field) => ![...listed].some((key) => key.startsWith(`${name} ${field}`)))
        .map((field) => `${name} ${field}`),
    );
    expect(missing).toEqual([]);
  });
});
