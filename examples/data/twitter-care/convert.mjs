/**
 * `node convert.mjs SOURCE TARGET`
 *
 * Writes the conversations of a file messages.csv.gz (see README.md) to the folder TARGET as tables
 * that `inlay import` reads.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readTable, writeTable } from '../csv.mjs';

/** @typedef {Record<string, string>} Row */

const org_id = 'customer-care';

const columns = {
  organizations: ['id', 'name', 'timezone'],
  phones: ['id', 'org_id', 'label'],
  contacts: ['id', 'org_id'],
  messages: [
    'id',
    'org_id',
    'phone_id',
    'contact_id',
    'channel',
    'direction',
    'status',
    'conversation_id',
    'created_at',
  ],
};

/**
 * The tables of one organization whose inboxes are the companies' support accounts.
 * @param {Row[]} messages
 */
export function convert(messages) {
  return {
    organizations: [{ id: org_id, name: 'Customer care', timezone: 'UTC' }],
    phones: distinct(messages, 'company').map((id) => ({ id, org_id, label: id })),
    contacts: distinct(messages, 'contact_id').map((id) => ({ id, org_id })),
    messages: messages.map((message) => ({
      id: message.message_id,
      org_id,
      phone_id: message.company,
      contact_id: message.contact_id,
      channel: 'other',
      direction: message.direction,
      status: message.direction === 'inbound' ? 'received' : 'sent',
      conversation_id: message.conversation_id,
      created_at: message.created_at,
    })),
  };
}

/**
 * @param {Row[]} rows
 * @param {string} column
 */
function distinct(rows, column) {
  return [...new Set(rows.map((row) => row[column] ?? ''))].sort();
}

function main() {
  const [source, target] = process.argv.slice(2);
  if (source === undefined || target === undefined) {
    console.error('Usage: node convert.mjs SOURCE TARGET');
    process.exit(2);
  }
  mkdirSync(target, { recursive: true });
  for (const [table, rows] of Object.entries(convert(readTable(source)))) {
    const suffix = table === 'messages' ? 'csv.gz' : 'csv';
    writeTable(join(target, `${table}.${suffix}`), columns[table], rows);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
