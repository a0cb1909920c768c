import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const FLUSH_CHARS = 1 << 20;

/** One table's file; its values hold no comma, quote or line break. */
class CsvFile {
  #file;
  #text;
  rows = 0;

  constructor(path, columns) {
    this.#file = openSync(path, 'w');
    this.#text = `${columns.join(',')}\n`;
  }

  /** @param {readonly (string | number | boolean)[]} values in the order of the columns; '' is empty */
  write(values) {
    this.#text += values.join(',') + '\n';
    this.rows += 1;
    if (this.#text.length > FLUSH_CHARS) this.#flush();
  }

  close() {
    this.#flush();
    closeSync(this.#file);
  }

  #flush() {
    writeSync(this.#file, this.#text);
    this.#text = '';
  }
}

/** What each file of a world holds, in this order. */
export const columns = {
  organizations: ['id', 'name', 'timezone'],
  teams: ['id', 'org_id', 'name'],
  members: ['id', 'org_id', 'name', 'email'],
  team_members: ['org_id', 'team_id', 'member_id', 'is_manager'],
  phones: ['id', 'org_id', 'number', 'label'],
  phone_assignments: ['org_id', 'phone_id', 'member_id'],
  contacts: ['id', 'org_id', 'name', 'owner_member_id', 'created_at'],
  calls: [
    ...['id', 'org_id', 'phone_id', 'member_id', 'contact_id', 'direction', 'status', 'outcome'],
    ...['started_at', 'answered_at', 'ended_at', 'duration_secs', 'wait_secs', 'recording_url'],
  ],
  messages: [
    ...['id', 'org_id', 'phone_id', 'member_id', 'contact_id', 'channel', 'direction', 'status'],
    ...['ai_feature', 'created_at'],
  ],
  todos: ['id', 'org_id', 'member_id', 'contact_id', 'title', 'status', 'created_at'],
  text_agent_suggestions: [
    ...['id', 'org_id', 'phone_id', 'member_id', 'contact_id', 'confidence', 'outcome'],
    ...['escalated', 'created_at'],
  ],
  plans: ['id', 'org_id', 'owner_member_id', 'name', 'status', 'created_at'],
  plan_contacts: ['org_id', 'plan_id', 'contact_id'],
  ai_usage: ['id', 'org_id', 'member_id', 'feature', 'tokens', 'cost_usd', 'created_at'],
};

/**
 * Opens a file for every table of `folder`.
 * @returns {Record<keyof typeof columns, CsvFile>}
 */
export function openFiles(folder) {
  mkdirSync(folder, { recursive: true });
  const files = Object.entries(columns).map(([table, names]) => [
    table,
    new CsvFile(join(folder, `${table}.csv`), names),
  ]);
  return Object.fromEntries(files);
}
