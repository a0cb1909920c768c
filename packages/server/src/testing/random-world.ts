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

const millionths = (max: number) =>
  fc.integer({ min: 0, max }).map((value) => (value / 1e6).toFixed(6));

/** Few ids, so that organizations have many in common. */
const id = (prefix: string, max: number) =>
  fc.noBias(fc.nat({ max: 3 * max })).map((n) => `${prefix}${n}`);

/** At most as many rows as each table says times `scale`, of all organizations together. */
const events = (organizations: readonly string[], now: number, scale: number) => {
  const org = fc.constantFrom(...organizations);
  const most = {
    calls: Math.ceil(30 * scale),
    messages: Math.ceil(90 * scale),
    others: Math.ceil(15 * scale),
  };
  return {
    calls: rows(
      fc
        .record({
          org_id: org,
          id: id('k', most.calls),
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
      most.calls,
    ),
    messages: rows(
      fc
        .record({
          org_id: org,
          id: id('s', most.messages),
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
      most.messages,
    ),
    todos: rows(
      fc
        .record({
          org_id: org,
          id: id('d', most.others),
          member_id: maybe(MEMBERS),
          contact_id: maybe(CONTACTS),
          status: fc.constantFrom(...TodoStatus.options),
          created_at: eventInstant(now),
        })
        .map(dense),
      most.others,
    ),
    text_agent_suggestions: rows(
      fc
        .record({
          org_id: org,
          id: id('g', most.others),
          phone_id: phoneOrNone,
          member_id: maybe(MEMBERS),
          contact_id: maybe(CONTACTS),
          confidence: millionths(1_000_000),
          outcome: fc.constantFrom(...SuggestionOutcome.options),
          escalated: fc.boolean(),
          created_at: eventInstant(now),
        })
        .map(dense),
      most.others,
    ),
    ai_usage: rows(
      fc
        .record({
          org_id: org,
          id: id('u', most.others),
          member_id: maybe(MEMBERS),
          feature: fc.constantFrom('text_agent', 'summary', '__proto__', 'constructor'),
          tokens: fc.nat({ max: 5000 }),
          cost_usd: millionths(90_000_000),
          created_at: eventInstant(now),
        })
        .map(dense),
      most.others,
    ),
  };
};

const people = (organizations: readonly string[]) => {
  const org = fc.constantFrom(...organizations);
  const links = 4 * organizations.length;
  const perOrganization = <Row>(make: (org_id: string, nth: number) => readonly Row[]): Row[] =>
    organizations.flatMap((org_id, nth) => make(org_id, nth));
  return {
    team_members: rows(
      fc
        .record({
          org_id: org,
          team_id: fc.constantFrom(...TEAMS),
          member_id: fc.constantFrom(...MEMBERS),
          is_manager: fc.boolean(),
        })
        .map((row) => ({ ...row, key: `${row.team_id} ${row.member_id}` })),
      links,
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
      links,
      'key',
    ).map((links) => links.map(({ key: _, ...link }) => link)),
    plans: fc
      .array(
        fc.record({
          owner_member_id: maybe(MEMBERS),
          status: fc.constantFrom(...PlanStatus.options),
        }),
        {
          minLength: PLANS.length * organizations.length,
          maxLength: PLANS.length * organizations.length,
        },
      )
      .map((drawn) =>
        perOrganization((org_id, nth) =>
          PLANS.map((plan, index) =>
            dense({
              org_id,
              id: plan,
              ...(drawn[index + nth * PLANS.length] ?? { status: 'draft' }),
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
      6 * organizations.length,
      'key',
    ).map((links) => links.map(({ key: _, ...link }) => link)),
    contacts: fc
      .array(maybe(MEMBERS), {
        minLength: CONTACTS.length * organizations.length,
        maxLength: CONTACTS.length * organizations.length,
      })
      .map((owners) =>
        perOrganization((org_id, nth) =>
          CONTACTS.map((contact, index) => {
            const owner_member_id = owners[index + nth * CONTACTS.length];
            return dense({ org_id, id: contact, name: `${org_id} ${contact}`, owner_member_id });
          }),
        ),
      ),
    teams: fc.constant(
      perOrganization((org_id) => TEAMS.map((team) => ({ org_id, id: team, name: team }))),
    ),
    members: fc.constant(
      perOrganization((org_id, nth) =>
        MEMBERS.map((member) => ({
          org_id,
          id: member,
          name: `${org_id} ${member}`,
          // Active here and not there.
          is_active: member !== 'm4' || nth % 2 === 1,
        })),
      ),
    ),
    phones: fc.constant(
      perOrganization((org_id) => [
        { org_id, id: 'p1', label: `${org_id} front desk`, number: '+4520000001' },
        { org_id, id: 'p2', number: '+4520000002' },
        { org_id, id: 'p3' },
      ]),
    ),
  };
};

/** Worlds of some organizations with the same ids: nothing but `org_id` tells their rows apart. */
export const worldOf = (
  organizations: readonly string[],
  now: number,
  scale = 1,
): fc.Arbitrary<World> =>
  fc
    .record({
      zones: fc.tuple(...organizations.map(() => fc.constantFrom(...ZONES))),
      ...events(organizations, now, scale),
      ...people(organizations),
    })
    .map(({ zones, ...drawn }) => {
      const zoned = organizations.map((id, nth) => ({
        id,
        name: id,
        timezone: zones[nth] ?? 'UTC',
      }));
      return { organizations: zoned, ...drawn } as World;
    });

/** A world of two organizations, and the instant at which it is looked at. */
export const randomWorld: fc.Arbitrary<{ world: World; now: number }> = fc
  .constantFrom(...NOWS)
  .chain((now) => worldOf(['acme', 'umbra'], now).map((world) => ({ world, now })));
