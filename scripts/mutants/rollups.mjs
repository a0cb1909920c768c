/**
 * Bugs that were planted into the code that keeps the rollups, each of which its random test must
 * catch. Every entry replaces `from`, which stands once in `file`, by `to`.
 */
export const mutants = [
  {
    bug: 'an update does not take the old row away',
    file: 'rollup/rollups.ts',
    from: 'if (old) source.count(this.#deltas, org, old, -1);',
    to: '',
  },
  {
    bug: 'of one key twice in a batch the first stands',
    file: 'rollup/rollups.ts',
    from: 'return new Map(rows.map((row) => [`${row[table.org]} ${row[id]}`, read(row)]));',
    to: 'return new Map([...rows].reverse().map((row) => [`${row[table.org]} ${row[id]}`, read(row)]));',
  },
  {
    bug: 'a changed zone leaves the sums as they were',
    file: 'ingest/apply.ts',
    from: 'this.#rollups.renew(org);',
    to: 'org.toString();',
  },
  {
    bug: 'a month begins a day late',
    file: 'rollup/definitions.ts',
    from: 'const date = new Date(day * DAY_MS);',
    to: 'const date = new Date((day - 1) * DAY_MS);',
  },
  {
    bug: 'a block holds a day of the next one',
    file: 'rollup/definitions.ts',
    from: 'Math.floor(Number(day) / days)',
    to: 'Math.round(Number(day) / days)',
  },
  {
    bug: 'rows that sum nothing stay',
    file: 'rollup/deltas.ts',
    from: 'sum < 0 && index < rollup.counts',
    to: 'sum < 0 && index > rollup.counts',
  },
  {
    bug: 'wider rows are replaced instead of added to',
    file: 'rollup/deltas.ts',
    from: '`${sum} = ${sum} + excluded.${sum}`',
    to: '`${sum} = excluded.${sum}`',
  },
  {
    bug: 'the run before a late message is not mended',
    file: 'rollup/threads.ts',
    from: 'messages.push(...unanswered.reverse());',
    to: '',
  },
  {
    bug: 'a stretch ends at a reply that itself changes',
    file: 'rollup/threads.ts',
    from: 'if (beyond < 0) continue;',
    to: 'if (beyond <= 0) continue;',
  },
  {
    bug: 'messages of the same instant are taken in any order',
    file: 'rollup/threads.ts',
    from: 'a.created_at - b.created_at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)',
    to: 'a.created_at - b.created_at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)',
  },
  {
    bug: 'failed replies answer',
    file: 'rollup/threads.ts',
    from: "AND status IN ('failed', 'undelivered'))`",
    to: "AND status IN ('failed'))`",
  },
  {
    bug: 'threads without a phone mix their channels',
    file: 'rollup/threads.ts',
    from: '`${IN_THREAD} AND channel = ?`',
    to: '`${IN_THREAD} AND ? IS NOT NULL`',
  },
  {
    bug: 'a change of phone is not seen as a change of thread',
    file: 'rollup/threads.ts',
    from: "['contact_id', 'phone_id', 'channel',",
    to: "['contact_id', 'channel',",
  },
  {
    bug: 'a contact that is no longer active on a day keeps it',
    file: 'rollup/contacts.ts',
    from: 'this.#touch(org, before, -1);',
    to: '',
  },
  {
    bug: 'the last day that a contact was seen never goes back',
    file: 'rollup/contacts.ts',
    from: 'for (const sight of sorted(this.#removed)) await this.#lookUp(sight);',
    to: '',
  },
  {
    bug: 'the active day before a late one keeps its old next day',
    file: 'rollup/contacts.ts',
    from: '[before, after] = [[...previous], [...previous]];',
    to: '[before, after] = [[], []];',
  },
  {
    bug: 'a message that comes is paired with half of what waits before it',
    file: 'rollup/threads.ts',
    from: 'if (page.length < most) return { unanswered, reply: undefined };',
    to: 'return { unanswered, reply: undefined };',
  },
  {
    bug: 'a message that is replaced is counted as if it had not been there',
    file: 'rollup/threads.ts',
    from: 'messages.push(...thread.gone.filter((gone) => compare(gone, at) === 0));',
    to: '',
  },
  {
    bug: 'a day with two events of a contact ends with one of them',
    file: 'rollup/contacts.ts',
    from: 'if (events + more > 0) after.push(day);',
    to: 'if (events > 0 ? more >= 0 : more > 0) after.push(day);',
  },
  {
    bug: 'an active day that itself changes ends what is looked at',
    file: 'rollup/contacts.ts',
    from: 'day >= next) {',
    to: 'day > next) {',
  },
  {
    bug: 'rows that come twice while a table is filled are counted twice',
    file: 'rollup/fill-counts.ts',
    from: '|| row?.n !== this.#rows) return false',
    to: ') return false',
  },
  {
    bug: 'a filled table keeps what was counted before it was given up',
    file: 'rollup/rollups.ts',
    from: 'part !== table || !isCounted',
    to: 'part !== table',
  },
  {
    bug: 'a filled table leaves its threads uncounted',
    file: 'rollup/rebuild.ts',
    from: "return [table, 'threads', 'sightings'];",
    to: "return [table, 'sightings'];",
  },
  {
    bug: 'a rebuild adds to what was there',
    file: 'rollup/rebuild.ts',
    from: 'await empty(tx, org, source.rollups);',
    to: '',
  },
  {
    bug: 'a rebuild skips the last contact of a stretch',
    file: 'rollup/rebuild-responses.ts',
    from: "const upTo = 'org_id = ? AND contact_id > ? AND contact_id <= ?';",
    to: "const upTo = 'org_id = ? AND contact_id > ? AND contact_id < ?';",
  },
  {
    bug: 'a rebuild forgets the wider rows of what it has written early',
    file: 'rollup/bulk-deltas.ts',
    from: 'if (this.narrow.size > this.#max) await this.narrow.spill(this.#wider);',
    to: 'if (this.narrow.size > this.#max) await this.narrow.write();',
  },
  {
    bug: 'a rebuild carries a waiting run into the next phone of a contact',
    file: 'rollup/rebuild-responses.ts',
    from: 'if (contactId !== contact || phoneId !== phone) {',
    to: 'if (contactId !== contact) {',
  },
  {
    bug: 'a rebuild counts messages that were read as not delivered',
    file: 'rollup/rebuild-events.ts',
    from: "status IN ('delivered', 'read')`",
    to: "status IN ('delivered')`",
  },
  {
    bug: 'a rebuild begins its months a day late',
    file: 'rollup/rebuild-events.ts',
    from: "const MONTH = `CAST(strftime('%Y', day * 86400,",
    to: "const MONTH = `CAST(strftime('%Y', (day - 1) * 86400,",
  },
  {
    bug: 'a rebuild begins its weeks on Sunday',
    file: 'rollup/rebuild-events.ts',
    from: "'((day + 3) % 7 + 7) % 7 + 1'",
    to: "'((day + 4) % 7 + 7) % 7 + 1'",
  },
  {
    bug: 'a rebuild takes rows without a phone for rows without a member',
    file: 'rollup/rebuild-events.ts',
    from: 'IIF(phone_id IS NULL, ${BY_MEMBER},',
    to: "IIF(phone_id IS NULL, 'member:',",
  },
  {
    bug: 'a day of a contact begins where that of UTC does',
    file: 'rollup/contacts.ts',
    from: '[dayStart(zone, day), dayStart(zone, day + 1)]',
    to: '[day * 86_400_000, (day + 1) * 86_400_000]',
  },
  {
    bug: 'messages without a phone make no contact active',
    file: 'rollup/contacts.ts',
    from: 'FROM lines WHERE lines.phone IS NOT NULL)',
    to: 'FROM lines WHERE lines.phone IS NOT NULL LIMIT 1)',
  },
  {
    bug: 'months of a feature are kept for the organization alone',
    file: 'rollup/definitions.ts',
    from: '[month, [key, monthOf(Number(day)), ...rest]],',
    to: '',
  },
  {
    bug: 'an older database brings its runs along as messages',
    file: 'store/migrations/0009-fewer-pages.ts',
    from: "FILTER (WHERE unit = '${unit}')",
    to: "FILTER (WHERE unit = 'run')",
  },
  {
    bug: 'a contact is last seen on its first day',
    file: 'rollup/rebuild-contacts.ts',
    from: 'last.set(key, Math.max(last.get(key) ?? day, day))',
    to: 'last.set(key, Math.min(last.get(key) ?? day, day))',
  },
  {
    bug: 'local days are those of UTC',
    file: 'ingest/local-times.ts',
    from: 'stamped.push([...row, localDay(zone, ms), localHour(zone, ms)]);',
    to: "stamped.push([...row, localDay(zoneOf('UTC'), ms), localHour(zone, ms)]);",
  },
  {
    bug: 'durations of zero do not connect a call',
    file: 'rollup/events.ts',
    from: 'if (duration_secs == null) continue;',
    to: 'if (!duration_secs) continue;',
  },
];

/** What must catch them. */
export const stages = [['rollup/rollups.test.ts']];
