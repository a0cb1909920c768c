import {
  CallStatus,
  Direction,
  MessageChannel,
  MessageStatus,
  PlanStatus,
  SuggestionOutcome,
  TodoStatus,
} from '@inlay/sdk/contract';
import type { SqlValue } from '../store/store.js';
import {
  boolean,
  decimal,
  e164,
  eventInstant,
  id,
  instant,
  oneOf,
  quoted,
  text,
  timeZone,
  wholeNumber,
  type Parse,
} from './values.js';

/** Every table that can be imported; a table stands after those that its rows refer to. */
export const tableNames = [
  'organizations',
  'teams',
  'members',
  'team_members',
  'phones',
  'phone_assignments',
  'contacts',
  'calls',
  'messages',
  'todos',
  'text_agent_suggestions',
  'plans',
  'plan_contacts',
  'ai_usage',
] as const;
export type TableName = (typeof tableNames)[number];

export interface Column {
  /** What it is called in files and JSON. */
  readonly name: string;
  /** What it is called in the database. */
  readonly storedAs: string;
  readonly parse: Parse;
  readonly isRequired: boolean;
  /** What is stored where no value is given; only where none is required. */
  readonly byDefault: SqlValue;
  /** The table whose id it holds, within the organization. */
  readonly refersTo?: TableName;
}

/** A parsed row: what is stored, in the order of the table's columns. */
export type Row = readonly SqlValue[];

/** The values of the columns that tell a row apart, the organization first. */
export type Key = readonly (string | number)[];

export interface Table {
  readonly name: TableName;
  readonly columns: readonly Column[];
  /** Positions of the columns that tell its rows apart, the organization's first. */
  readonly key: readonly number[];
  /** Position of the column that holds the organization's id. */
  readonly org: number;
  /** Position of the instant whose local day and hour are stored with the row. */
  readonly localTimeOf?: number;
  /** A rule about several columns of one row. */
  readonly rule?: RowRule;
}

export interface RowRule {
  /** The column that is to blame. */
  readonly column: string;
  /** What is wrong with it, if anything. */
  check(row: Row): string | undefined;
}

type Part = Omit<Column, 'name' | 'storedAs'> & { readonly storedAs?: string };
type Parts = Readonly<Record<string, Part>>;

const required = (parse: Parse, storedAs?: string): Part => ({
  parse,
  isRequired: true,
  byDefault: null,
  ...(storedAs !== undefined && { storedAs }),
});

const optional = (parse: Parse, byDefault: SqlValue = null): Part => ({
  parse,
  isRequired: false,
  byDefault,
});

const reference = (refersTo: TableName): Part => ({ ...optional(id), refersTo });

const requiredReference = (refersTo: TableName): Part => ({ ...required(id), refersTo });

const org_id = requiredReference('organizations');
const seconds = wholeNumber(2_147_483_647);

const organizations: Parts = {
  id: required(id),
  name: required(text),
  timezone: required(timeZone),
};

const teams: Parts = { id: required(id), org_id, name: required(text) };

const members: Parts = {
  id: required(id),
  org_id,
  name: required(text),
  email: optional(text),
  is_active: optional(boolean, 1),
};

const team_members: Parts = {
  org_id,
  team_id: requiredReference('teams'),
  member_id: requiredReference('members'),
  is_manager: required(boolean),
};

const phones: Parts = {
  id: required(id),
  org_id,
  number: optional(e164),
  label: optional(text),
};

const phone_assignments: Parts = {
  org_id,
  phone_id: requiredReference('phones'),
  member_id: requiredReference('members'),
};

const contacts: Parts = {
  id: required(id),
  org_id,
  name: optional(text),
  owner_member_id: reference('members'),
  created_at: optional(instant),
};

const calls: Parts = {
  id: required(id),
  org_id,
  phone_id: reference('phones'),
  member_id: reference('members'),
  contact_id: reference('contacts'),
  direction: required(oneOf(Direction.options)),
  status: required(oneOf(CallStatus.options)),
  outcome: optional(text),
  started_at: required(eventInstant),
  answered_at: optional(instant),
  ended_at: optional(instant),
  duration_secs: optional(seconds),
  wait_secs: optional(seconds),
  recording_url: optional(text),
  contact_number: optional(text),
  team_id: reference('teams'),
  notes: optional(text),
};

const messages: Parts = {
  id: required(id),
  org_id,
  phone_id: reference('phones'),
  member_id: reference('members'),
  contact_id: reference('contacts'),
  channel: required(oneOf(MessageChannel.options)),
  direction: required(oneOf(Direction.options)),
  status: required(oneOf(MessageStatus.options)),
  ai_feature: optional(text),
  conversation_id: optional(text),
  contact_number: optional(text),
  created_at: required(eventInstant),
};

const todos: Parts = {
  id: required(id),
  org_id,
  member_id: reference('members'),
  contact_id: reference('contacts'),
  title: optional(text),
  status: required(oneOf(TodoStatus.options)),
  created_at: required(eventInstant),
};

const text_agent_suggestions: Parts = {
  id: required(id),
  org_id,
  phone_id: reference('phones'),
  member_id: reference('members'),
  contact_id: reference('contacts'),
  confidence: required(decimal(1), 'confidence_micros'),
  outcome: required(oneOf(SuggestionOutcome.options)),
  escalated: required(boolean),
  created_at: required(eventInstant),
};

const plans: Parts = {
  id: required(id),
  org_id,
  owner_member_id: reference('members'),
  name: optional(text),
  status: required(oneOf(PlanStatus.options)),
  created_at: required(eventInstant),
};

const plan_contacts: Parts = {
  org_id,
  plan_id: requiredReference('plans'),
  contact_id: requiredReference('contacts'),
};

const ai_usage: Parts = {
  id: required(id),
  org_id,
  member_id: reference('members'),
  feature: required(text),
  tokens: required(wholeNumber(1_000_000_000_000)),
  cost_usd: required(decimal(1_000_000), 'cost_micros'),
  created_at: required(eventInstant),
};

const direction = Object.keys(messages).indexOf('direction');
const aiFeature = Object.keys(messages).indexOf('ai_feature');

const aiWritesOutbound: RowRule = {
  column: 'ai_feature',
  check: (row) =>
    row[aiFeature] !== null && row[direction] === 'inbound'
      ? `${quoted(row[aiFeature])} on an inbound message; only outbound ones have an AI feature`
      : undefined,
};

/** The columns, keys and rules of every table, as files and HTTP give them and as they are stored. */
export const tables: { readonly [Name in TableName]: Table } = {
  organizations: table('organizations', organizations, ['id']),
  teams: table('teams', teams),
  members: table('members', members),
  team_members: table('team_members', team_members, ['org_id', 'team_id', 'member_id']),
  phones: table('phones', phones),
  phone_assignments: table('phone_assignments', phone_assignments, [
    'org_id',
    'phone_id',
    'member_id',
  ]),
  contacts: table('contacts', contacts),
  calls: withLocalTime(table('calls', calls), 'started_at'),
  messages: {
    ...withLocalTime(table('messages', messages), 'created_at'),
    rule: aiWritesOutbound,
  },
  todos: withLocalTime(table('todos', todos), 'created_at'),
  text_agent_suggestions: withLocalTime(
    table('text_agent_suggestions', text_agent_suggestions),
    'created_at',
  ),
  plans: table('plans', plans),
  plan_contacts: table('plan_contacts', plan_contacts, ['org_id', 'plan_id', 'contact_id']),
  ai_usage: withLocalTime(table('ai_usage', ai_usage), 'created_at'),
};

function table(name: TableName, parts: Parts, key: readonly string[] = ['org_id', 'id']): Table {
  const names = Object.keys(parts);
  const positions = key.map((column) => names.indexOf(column));
  return {
    name,
    columns: Object.entries(parts).map(([column, part]) => ({
      name: column,
      storedAs: column,
      ...part,
    })),
    key: positions,
    org: positions[0] ?? -1,
  };
}

function withLocalTime(plain: Table, instantColumn: string): Table {
  const localTimeOf = plain.columns.findIndex(({ name }) => name === instantColumn);
  return { ...plain, localTimeOf };
}

/** Whether a text names a table. */
export const isTableName = (name: string): name is TableName =>
  tableNames.some((known) => known === name);
