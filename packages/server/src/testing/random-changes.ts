import * as fc from 'fast-check';
import { CallStatus, MessageChannel, MessageStatus, TodoStatus } from '@inlay/sdk/contract';

/** Instants at which the clock changes in one of the zones, and month and year ends. */
const EDGES = [
  '2026-03-29T01:00:00Z',
  '2026-10-25T01:00:00Z',
  '2026-03-08T07:00:00Z',
  '2026-04-04T15:00:00Z',
  '2026-02-28T23:30:00Z',
  '2025-12-31T23:45:00Z',
  '2024-02-29T12:00:00Z',
].map((edge) => Date.parse(edge));

export const ORGANIZATIONS = ['acme', 'umbra'];
export const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'UTC',
  'America/Sao_Paulo',
];
export const MEMBERS = ['m1', 'm2'];
export const PHONES = ['p1', 'p2', 'p3'];
export const CONTACTS = ['c1', 'c2', 'c3'];

/** Tables of events, each with few ids, so that rows are often replaced. */
export const eventTables = [
  'calls',
  'messages',
  'todos',
  'text_agent_suggestions',
  'ai_usage',
] as const;
export type EventTableName = (typeof eventTables)[number];

/** A row as JSON gives it. */
export type EventJson = Readonly<Record<string, string | number | boolean>> & {
  readonly org_id: string;
  readonly id: string;
};

/** One step of a transaction. */
export type Step =
  | { readonly do: 'put'; readonly table: EventTableName; readonly rows: readonly EventJson[] }
  | {
      readonly do: 'remove';
      readonly table: EventTableName;
      readonly keys: readonly (readonly [org: string, id: string])[];
    }
  /** Makes the table equal to the rows, for the organizations named in them. */
  | { readonly do: 'replace'; readonly table: EventTableName; readonly rows: readonly EventJson[] }
  /** Changes one column of the row that is `nth` then. */
  | {
      readonly do: 'edit';
      readonly table: EventTableName;
      readonly nth: number;
      readonly column: number;
      readonly to: EventJson;
    }
  | { readonly do: 'zone'; readonly org: string; readonly timezone: string };

const instant = fc
  .oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.constantFrom(...EDGES), fc.integer({ min: -7200, max: 7200 }))
        .map(([edge, secs]) => edge + secs * 1000),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...EDGES), fc.integer({ min: -40, max: 40 }))
        .map(([edge, days]) => edge + days * 86_400_000),
    },
    { weight: 2, arbitrary: fc.constantFrom(...EDGES) },
  )
  .map((ms) => new Date(ms).toISOString());

const org = fc.constantFrom('acme', 'acme', 'acme', 'umbra');
const phone = fc.constantFrom('p1', 'p1', 'p2', 'p3', undefined, undefined);
const member = fc.constantFrom('m1', 'm2', undefined);
const contact = fc.constantFrom('c1', 'c1', 'c2', 'c3', undefined);
const id = (prefix: string, max: number) => fc.nat({ max }).map((n) => `${prefix}${n}`);
const direction = fc.constantFrom('inbound' as const, 'outbound' as const);

const rowOf: Record<EventTableName, fc.Arbitrary<object>> = {
  calls: fc.record({
    org_id: org,
    id: id('k', 15),
    phone_id: phone,
    member_id: member,
    contact_id: contact,
    direction,
    status: fc.constantFrom(...CallStatus.options),
    duration_secs: fc.constantFrom(undefined, 0, 1, 59, 3600),
    started_at: instant,
  }),
  messages: fc
    .record({
      org_id: org,
      id: id('s', 40),
      phone_id: fc.constantFrom('p1', 'p1', 'p1', 'p2', undefined, undefined),
      member_id: member,
      contact_id: fc.constantFrom('c1', 'c1', 'c1', 'c1', 'c2', undefined),
      channel: fc.constantFrom(...MessageChannel.options),
      direction,
      status: fc.constantFrom(...MessageStatus.options),
      ai_feature: fc.constantFrom(undefined, 'text_agent', 'a b', '__proto__'),
      created_at: instant,
    })
    .map(({ ai_feature, ...row }) => (row.direction === 'outbound' ? { ...row, ai_feature } : row)),
  todos: fc.record({
    org_id: org,
    id: id('d', 8),
    member_id: member,
    contact_id: contact,
    status: fc.constantFrom(...TodoStatus.options),
    created_at: instant,
  }),
  text_agent_suggestions: fc.record({
    org_id: org,
    id: id('g', 8),
    phone_id: phone,
    member_id: member,
    contact_id: contact,
    confidence: fc.constantFrom('0.25', '0.999999', '1'),
    outcome: fc.constantFrom('auto_sent', 'edited', 'pending'),
    escalated: fc.boolean(),
    created_at: instant,
  }),
  ai_usage: fc.record({
    org_id: org,
    id: id('u', 8),
    member_id: member,
    feature: fc.constantFrom('text_agent', 'a b', '__proto__'),
    tokens: fc.nat({ max: 5000 }),
    cost_usd: fc.constantFrom('0.000001', '1.5', '0'),
    created_at: instant,
  }),
};

const dense = (row: object): EventJson =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as EventJson;

const table = fc.constantFrom<EventTableName>(
  'calls',
  'calls',
  'messages',
  'messages',
  'messages',
  'messages',
  'todos',
  'text_agent_suggestions',
  'ai_usage',
);

const rows = (name: EventTableName, maxLength: number) =>
  fc.array(rowOf[name].map(dense), { minLength: 1, maxLength, size: 'max' });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: table.chain((name) =>
      rows(name, 24).map((drawn): Step => ({ do: 'put', table: name, rows: drawn })),
    ),
  },
  {
    weight: 4,
    arbitrary: table.chain((name) =>
      rows(name, 12).map((drawn): Step => ({
        do: 'remove',
        table: name,
        keys: drawn.map(({ org_id, id }) => [org_id, id] as const),
      })),
    ),
  },
  {
    weight: 1,
    arbitrary: table.chain((name) =>
      rows(name, 12).map((drawn): Step => ({ do: 'replace', table: name, rows: drawn })),
    ),
  },
  {
    weight: 6,
    arbitrary: table.chain((name) =>
      fc
        .tuple(fc.nat({ max: 40 }), fc.nat({ max: 8 }), rowOf[name].map(dense))
        .map(([nth, column, to]): Step => ({ do: 'edit', table: name, nth, column, to })),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(org, fc.constantFrom(...ZONES))
      .map(([organization, timezone]): Step => ({ do: 'zone', org: organization, timezone })),
  },
);

/** Transactions of a few steps each, on organizations that begin in the zones given. */
export const randomChanges = (transactions: number) =>
  fc.record({
    zones: fc.tuple(fc.constantFrom(...ZONES), fc.constantFrom(...ZONES)),
    transactions: fc.array(fc.array(step, { minLength: 1, maxLength: 3, size: 'max' }), {
      minLength: transactions,
      maxLength: transactions,
    }),
  });
