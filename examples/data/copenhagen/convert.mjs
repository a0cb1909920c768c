/**
 * `node convert.mjs SOURCE TARGET`
 *
 * Writes the desk view of the Copenhagen data (SOURCE/calls.csv.gz and SOURCE/messages.csv.gz, see
 * README.md) to TARGET as tables that `inlay import` reads.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readTable, writeTable } from '../csv.mjs';
import { inventedName } from './names.mjs';

/** @typedef {Record<string, string>} Row */

const orgId = 'copenhagen-desk';
const teamNames = ['Nørrebro', 'Vesterbro', 'Østerbro', 'Amager'];

const columns = {
  organizations: ['id', 'name', 'timezone'],
  teams: ['id', 'org_id', 'name'],
  members: ['id', 'org_id', 'name'],
  team_members: ['org_id', 'team_id', 'member_id', 'is_manager'],
  phones: ['id', 'org_id', 'number', 'label'],
  phone_assignments: ['org_id', 'phone_id', 'member_id'],
  contacts: ['id', 'org_id', 'name'],
  calls: [
    'id',
    'org_id',
    'phone_id',
    'member_id',
    'contact_id',
    'direction',
    'status',
    'started_at',
    'duration_secs',
  ],
  messages: [
    'id',
    'org_id',
    'phone_id',
    'member_id',
    'contact_id',
    'channel',
    'direction',
    'status',
    'created_at',
  ],
};

/**
 * The tables of the organization, from the records of the desk view.
 * @param {{ calls: Row[], messages: Row[] }} source
 */
export function convert({ calls, messages }) {
  const records = [...calls, ...messages];
  const agents = participants(records, 'agent_id');
  const contacts = participants(records, 'contact_id');
  const perTeam = Math.ceil(agents.length / teamNames.length);
  const org_id = orgId;
  return {
    organizations: [{ id: orgId, name: 'Copenhagen desk', timezone: 'Europe/Copenhagen' }],
    teams: teamNames.map((name, index) => ({ id: `T${index + 1}`, org_id, name })),
    members: agents.map((id, index) => ({ id, org_id, name: inventedName(index) })),
    team_members: agents.map((member_id, index) => ({
      org_id,
      team_id: `T${Math.floor(index / perTeam) + 1}`,
      member_id,
      is_manager: index % perTeam === 0,
    })),
    phones: agents.map((agent, index) => ({
      id: phoneOf(agent),
      org_id,
      number: `+450000${String(index + 1).padStart(4, '0')}`,
      label: `Desk ${index + 1}`,
    })),
    phone_assignments: agents.map((member_id) => ({
      org_id,
      phone_id: phoneOf(member_id),
      member_id,
    })),
    contacts: contacts.map((id, index) => ({
      id,
      org_id,
      name: inventedName(agents.length + index),
    })),
    calls: calls.map(callRow),
    messages: messages.map(messageRow),
  };
}

/**
 * Ids in one role, in the order of their numbers.
 * @param {Row[]} records
 * @param {'agent_id' | 'contact_id'} role
 */
function participants(records, role) {
  const ids = new Set(records.map((record) => record[role] ?? ''));
  return [...ids].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
}

/** @param {string} agent */
function phoneOf(agent) {
  return `D${agent.slice(1)}`;
}

/** @param {Row} call */
function callRow(call) {
  const isAnswered = call.status === 'answered';
  return {
    ...sharedFields(call),
    id: call.call_id,
    status: isAnswered ? 'completed' : 'no_answer',
    started_at: call.started_at,
    duration_secs: isAnswered ? call.duration_seconds : '',
  };
}

/** @param {Row} message */
function messageRow(message) {
  return {
    ...sharedFields(message),
    id: message.message_id,
    channel: message.channel,
    status: message.direction === 'inbound' ? 'received' : 'sent',
    created_at: message.created_at,
  };
}

/** @param {Row} record */
function sharedFields({ agent_id = '', contact_id, direction }) {
  return {
    org_id: orgId,
    phone_id: phoneOf(agent_id),
    member_id: agent_id,
    contact_id,
    direction,
  };
}

function main() {
  const [source, target] = process.argv.slice(2);
  if (source === undefined || target === undefined) {
    console.error('Usage: node convert.mjs SOURCE TARGET');
    process.exit(2);
  }
  const tables = convert({
    calls: readTable(join(source, 'calls.csv.gz')),
    messages: readTable(join(source, 'messages.csv.gz')),
  });
  mkdirSync(target, { recursive: true });
  for (const [table, rows] of Object.entries(tables)) {
    const suffix = table === 'calls' || table === 'messages' ? 'csv.gz' : 'csv';
    writeTable(join(target, `${table}.${suffix}`), columns[table], rows);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
