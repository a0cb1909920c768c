import {
  CallStatus,
  MessageChannel,
  MessageStatus,
  PlanStatus,
  SuggestionOutcome,
  TodoStatus,
} from '@inlay/sdk/contract';
import * as fc from 'fast-check';
import type { World } from './world.js';

/** Organizations share every id on purpose: nothing but `org_id` tells their rows apart. */
const ORGANIZATIONS = ['acme', 'umbra'];
export const MEMBERS = ['m1', 'm2', 'm3', 'm4'];
export const PHONES = ['p1', 'p2', 'p3'];

/** Long threads need few of them, and a phone or none about as often. */
const phoneOrNone = fc.constantFrom('p1', 'p2', 'p3', undefined, undefined);
export const TEAMS = ['t1', 't2'];
export const CONTACTS = ['c1', 'c2', 'c3'];
const PLANS = ['plan1', 'plan2', 'plan3'];

/** Zones with a half-hour change, a 45-minute offset, and ordinary summer time on both sides. */
export const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'UTC',
];

/** The instants around which worlds are made: both changes of the clock in Berlin. */
export const NOWS = ['2026-03-30T10:00:00Z', '2026-10-26T22:30:00Z'].map((now) => Date.parse(now));

const perOrganization = <Row>(make: (org_id: string) => readonly Row[]): Row[] =>
  ORGANIZATIONS.flatMap((org_id) => make(org_id));

const maybe = (ids: readonly string[]) => fc.option(fc.constantFrom(...ids), { nil: undefined });

/** Mostly within some days before now, so that threads, hours and ranges are dense; some old. */
const eventInstant = (now: number) =>
  fc
    .oneof(
      { weight: 6, arbitrary: fc.integer({ min: -60 * 60 * 72, max: 60 * 60 * 20 }) },
      { weight: 3, arbitrary: fc.integer({ min: -60 * 60 * 24 * 100, max: 0 }) },
      { weight: 1, arbitrary: fc.integer({ min: -60 * 60 * 24 * 900, max: 0 }) },
    )
    .map((secs) => new Date(now + secs * 1000).toISOString());

/** Drops absent fields, as an imported row has none. */
const rows = <Row extends object>(row: fc.Arbitrary<Row>, maxLength: number, key = 'id') =>
  fc.uniqueArray(row, {
    maxLength,
    size: 'max',
    selector: (value) => {
      const fields = value as Record<string, unknown>;
      return `${String(fields['org_id'])} ${String(fields[key])}`;
    },
  });

type WithoutUndefined<Row> = { [Key in keyof Row]: Exclude<Row[Key], undefined> };

const dense = <Row extends object>(row: Row): WithoutUndefined<Row> =>
  Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== undefined),
  ) as WithoutUndefined<Row>;

const id = (prefix: string) => fc.noBias(fc.nat({ max: 9999 })).map((n) => `${prefix}${n}`);
const org = fc.constantFrom(...ORGANIZATIONS);
const millionths = (max: number) =>
  fc.integer({ min: 0, max }).map((value) => (value / 1e6).toFixed(6));

const events = (now: number) => ({
  calls: rows(
    fc
      .record({
        org_id: org,
        id: id('k'),
        phone_id: phoneOrNone,
        member_id: maybe(MEMBERS),
        contact_id: maybe(CONTACTS),
        direction: fc.constantFrom('inbound' as const, 'outbound' as const),
        status: fc.constantFrom(...CallStatus.options),
        outcome: fc.option(fc.constantFrom('sale', 'Ünïcode', "o'clock"), { nil: undefined }),
        started_at: eventInstant(now),
        duration_secs: fc.option(fc.integer({ min: 0, max: 4000 }), { nil: undefined }),
      })
      .map(dense),
    30,
  ),
  messages: rows(
    fc
      .record({
        org_id: org,
        id: id('s'),
        phone_id: phoneOrNone,
        member_id: maybe(MEMBERS),
        contact_id: maybe(CONTACTS),
        channel: fc.constantFrom(...MessageChannel.options),
        direction: fc.constantFrom('inbound' as const, 'outbound' as const),
        status: fc.constantFrom(...MessageStatus.options),
        ai_feature: fc.option(fc.constantFrom('text_agent', 'smart-reply', '__proto__'), {
          nil: undefined,
        }),
        created_at: eventInstant(now),
      })
      .map(({ ai_feature, ...row }) =>
        dense(row.direction === 'outbound' ? { ...row, ai_feature } : row),
      ),
    90,
  ),
  todos: rows(
    fc
      .record({
        org_id: org,
        id: id('d'),
        member_id: maybe(MEMBERS),
        contact_id: maybe(CONTACTS),
        status: fc.constantFrom(...TodoStatus.options),
        created_at: eventInstant(now),
      })
      .map(dense),
    15,
  ),
  text_agent_suggestions: rows(
    fc
      .record({
        org_id: org,
        id: id('g'),
        phone_id: phoneOrNone,
        member_id: maybe(MEMBERS),
        contact_id: maybe(CONTACTS),
        confidence: millionths(1_000_000),
        outcome: fc.constantFrom(...SuggestionOutcome.options),
        escalated: fc.boolean(),
        created_at: eventInstant(now),
      })
      .map(dense),
    15,
  ),
  ai_usage: rows(
    fc
      .record({
        org_id: org,
        id: id('u'),
        member_id: maybe(MEMBERS),
        feature: fc.constantFrom('text_agent', 'summary', '__proto__', 'constructor'),
        tokens: fc.nat({ max: 5000 }),
        cost_usd: millionths(90_000_000),
        created_at: eventInstant(now),
      })
      .map(dense),
    15,
  ),
});

const people = {
  team_members: rows(
    fc
      .record({
        org_id: org,
        team_id: fc.constantFrom(...TEAMS),
        member_id: fc.constantFrom(...MEMBERS),
        is_manager: fc.boolean(),
      })
      .map((row) => ({ ...row, key: `${row.team_id} ${row.member_id}` })),
    8,
    'key',
  ).map((links) => links.map(({ key: _, ...link }) => link)),
  phone_assignments: rows(
    fc
      .record({
        org_id: org,
        phone_id: fc.constantFrom(...PHONES),
        member_id: fc.constantFrom(...MEMBERS),
      })
      .map((row) => ({ ...row, key: `${row.phone_id} ${row.member_id}` })),
    8,
    'key',
  ).map((links) => links.map(({ key: _, ...link }) => link)),
  plans: fc
    .array(
      fc.record({
        owner_member_id: maybe(MEMBERS),
        status: fc.constantFrom(...PlanStatus.options),
      }),
      { minLength: PLANS.length * 2, maxLength: PLANS.length * 2 },
    )
    .map((drawn) =>
      perOrganization((org_id) =>
        PLANS.map((plan, index) =>
          dense({
            org_id,
            id: plan,
            ...(drawn[index + (org_id === 'umbra' ? PLANS.length : 0)] ?? { status: 'draft' }),
            created_at: '2026-01-05T00:00:00Z',
          }),
        ),
      ),
    ),
  plan_contacts: rows(
    fc
      .record({
        org_id: org,
        plan_id: fc.constantFrom(...PLANS),
        contact_id: fc.constantFrom(...CONTACTS),
      })
      .map((row) => ({ ...row, key: `${row.plan_id} ${row.contact_id}` })),
    12,
    'key',
  ).map((links) => links.map(({ key: _, ...link }) => link)),
  contacts: fc
    .array(maybe(MEMBERS), { minLength: CONTACTS.length * 2, maxLength: CONTACTS.length * 2 })
    .map((owners) =>
      perOrganization((org_id) =>
        CONTACTS.map((contact, index) => {
          const owner_member_id = owners[index + (org_id === 'umbra' ? CONTACTS.length : 0)];
          return dense({ org_id, id: contact, name: `${org_id} ${contact}`, owner_member_id });
        }),
      ),
    ),
};

/** A world of two organizations with the same ids, and the instant at which it is looked at. */
export const randomWorld: fc.Arbitrary<{ world: World; now: number }> = fc
  .record({
    now: fc.constantFrom(...NOWS),
    zones: fc.tuple(fc.constantFrom(...ZONES), fc.constantFrom(...ZONES)),
  })
  .chain(({ now, zones }) =>
    fc.record({ ...events(now), ...people }).map((drawn) => ({
      now,
      world: {
        organizations: ORGANIZATIONS.map((name, index) => ({
          id: name,
          name,
          timezone: zones[index] ?? 'UTC',
        })),
        teams: perOrganization((org_id) => TEAMS.map((team) => ({ org_id, id: team, name: team }))),
        members: perOrganization((org_id) =>
          MEMBERS.map((member) => ({
            org_id,
            id: member,
            name: `${org_id} ${member}`,
            is_active: member !== 'm4',
          })),
        ),
        phones: perOrganization((org_id) => [
          { org_id, id: 'p1', label: `${org_id} front desk`, number: '+4520000001' },
          { org_id, id: 'p2', number: '+4520000002' },
          { org_id, id: 'p3' },
        ]),
        ...drawn,
      } as World,
    })),
  );
