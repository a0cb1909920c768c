import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openImportFolder, type ImportFolder } from '../testing/import-folder.js';
import { BadRow, writeRows, writeRowsTogether, type RowWriter } from './apply.js';
import { versionOf } from './change-log.js';
import type { RowSink } from './gathered-rows.js';
import { readJsonRow, RowFault } from './rows.js';
import { tables, type Row, type TableName } from './tables.js';

const NOW = Date.parse('2026-03-15T12:00:00Z');
const AT = '2026-03-01T10:00:00Z';

let folder: ImportFolder;

const put = (table: TableName, ...rows: object[]) =>
  writeRows(folder.store, (writer) => writer.putJson(table, rows, NOW));
const version = (org: string) => folder.store.read((tx) => versionOf(tx, org));

/** What the newest transactions have logged: from the version after `seq` on. */
const loggedAfter = (seq: number) =>
  folder.store.read((tx) =>
    tx.all(
      `SELECT org_id, seq, table_name AS "table", id, phone_id, member_id FROM changes
       WHERE seq > ? ORDER BY org_id, seq, n`,
      [seq],
    ),
  );

const entry = (seq: number, table: TableName, id: string | null, places: object = {}) => ({
  org_id: 'o1',
  seq,
  table,
  id,
  phone_id: null,
  member_id: null,
  ...places,
});

const message = (id: string, places: object = {}) => ({
  id,
  org_id: 'o1',
  channel: 'sms',
  direction: 'inbound',
  status: 'received',
  created_at: AT,
  ...places,
});

beforeEach(async () => {
  folder = await openImportFolder(NOW);
  await writeRows(folder.store, async (rows) => {
    const organizations = ['o1', 'o2'].map((id) => ({ id, name: id, timezone: 'UTC' }));
    await rows.putJson('organizations', organizations, NOW);
    const members = ['m1', 'm2'].map((id) => ({ id, org_id: 'o1', name: id }));
    await rows.putJson('members', members, NOW);
    await rows.putJson('teams', [{ id: 't1', org_id: 'o1', name: 't1' }], NOW);
    const phones = ['p1', 'p2'].map((id) => ({ id, org_id: 'o1' }));
    await rows.putJson('phones', phones, NOW);
  });
});

afterEach(() => folder.close());

describe('the version of an organization', () => {
  test('is 0 before it has rows, and grows by one with each write to it alone', async () => {
    expect(await version('o9')).toBe(0);
    expect([await version('o1'), await version('o2')]).toEqual([1, 1]);
    await put('contacts', { id: 'c1', org_id: 'o1' }, { id: 'c2', org_id: 'o1' });
    expect([await version('o1'), await version('o2')]).toEqual([2, 1]);
    await put('contacts', { id: 'c1', org_id: 'o2' }, { id: 'c3', org_id: 'o1' });
    expect([await version('o1'), await version('o2')]).toEqual([3, 2]);
  });

  test.each<[string, (rows: RowWriter) => Promise<unknown>]>([
    ['an assignment', (rows) => rows.remove('phone_assignments', [['o1', 'p1', 'm1']])],
    ['a place in a team', (rows) => rows.remove('team_members', [['o1', 't1', 'm1']])],
    [
      'the name of a member',
      (rows) => rows.putJson('members', [{ id: 'm1', org_id: 'o1', name: 'Ada' }], NOW),
    ],
    [
      'a time zone',
      (rows) =>
        rows.putJson('organizations', [{ id: 'o1', name: 'o1', timezone: 'Europe/Berlin' }], NOW),
    ],
  ])('grows when %s changes', async (_, work) => {
    await put('phone_assignments', { org_id: 'o1', phone_id: 'p1', member_id: 'm1' });
    await put('team_members', { org_id: 'o1', team_id: 't1', member_id: 'm1', is_manager: true });
    const before = await version('o1');
    await writeRows(folder.store, work);
    expect(await version('o1')).toBe(before + 1);
  });

  test('stays when a write changes nothing, or fails', async () => {
    await put('contacts', { id: 'c1', org_id: 'o1', name: 'Cy' });
    await put('contacts', { id: 'c1', org_id: 'o1', name: 'Cy' });
    await writeRows(folder.store, (rows) => rows.remove('contacts', [['o1', 'c9']]));
    await expect(
      put('contacts', { id: 'c2', org_id: 'o1', owner_member_id: 'm9' }),
    ).rejects.toThrow(BadRow);
    expect(await version('o1')).toBe(2);
    expect(await loggedAfter(1)).toEqual([entry(2, 'contacts', 'c1')]);
  });

  test('outlives the organization', async () => {
    await writeRows(folder.store, (rows) => rows.remove('organizations', [['o2']]));
    expect(await version('o2')).toBe(2);
    await put('organizations', { id: 'o2', name: 'Again', timezone: 'UTC' });
    expect(await version('o2')).toBe(3);
  });
});

describe('the change log', () => {
  test('tells where a row was and where it is', async () => {
    await put('messages', message('g1', { phone_id: 'p1', member_id: 'm1' }));
    await put('messages', message('g1', { phone_id: 'p2', member_id: 'm1' }), message('g2'));
    await put('messages', message('g1', { phone_id: 'p2', member_id: 'm1', status: 'read' }));
    await writeRows(folder.store, (rows) =>
      rows.remove('messages', [
        ['o1', 'g1'],
        ['o1', 'g9'],
      ]),
    );
    expect(await loggedAfter(1)).toEqual([
      entry(2, 'messages', 'g1', { phone_id: 'p1', member_id: 'm1' }),
      entry(3, 'messages', 'g1', { phone_id: 'p1', member_id: 'm1' }),
      entry(3, 'messages', 'g1', { phone_id: 'p2', member_id: 'm1' }),
      entry(3, 'messages', 'g2'),
      entry(4, 'messages', 'g1', { phone_id: 'p2', member_id: 'm1' }),
      entry(5, 'messages', 'g1', { phone_id: 'p2', member_id: 'm1' }),
    ]);
  });

  test.each<[TableName, object, Parameters<typeof entry>]>([
    ['phones', { id: 'p3' }, [2, 'phones', 'p3', { phone_id: 'p3' }]],
    ['members', { id: 'm3', name: 'Cy' }, [2, 'members', 'm3', { member_id: 'm3' }]],
    ['teams', { id: 't2', name: 'Two' }, [2, 'teams', 't2']],
    ['contacts', { id: 'c1', owner_member_id: 'm1' }, [2, 'contacts', 'c1', { member_id: 'm1' }]],
    [
      'plans',
      { id: 'n1', owner_member_id: 'm1', status: 'draft', created_at: AT },
      [2, 'plans', 'n1', { member_id: 'm1' }],
    ],
    [
      'phone_assignments',
      { phone_id: 'p1', member_id: 'm1' },
      [2, 'phone_assignments', 'p1 m1', { phone_id: 'p1', member_id: 'm1' }],
    ],
    [
      'team_members',
      { team_id: 't1', member_id: 'm1', is_manager: false },
      [2, 'team_members', 't1 m1', { member_id: 'm1' }],
    ],
  ])('names phone and member of %s', async (table, row, expected) => {
    await put(table, { ...row, org_id: 'o1' });
    expect(await loggedAfter(1)).toEqual([entry(...expected)]);
  });

  test('names an organization by its id', async () => {
    await put('organizations', { id: 'o1', name: 'New name', timezone: 'UTC' });
    expect(await loggedAfter(1)).toEqual([entry(2, 'organizations', 'o1')]);
  });

  test('lists 500 rows of a write, and of more the table alone, for each organization', async () => {
    const contacts = (from: number, count: number, org_id: string) =>
      Array.from({ length: count }, (_, n) => ({ id: `c${from + n}`, org_id }));
    await put('contacts', ...contacts(0, 500, 'o1'));
    expect(await loggedAfter(1)).toHaveLength(500);
    await writeRows(folder.store, async (rows) => {
      await rows.putJson('teams', [{ id: 't2', org_id: 'o1', name: 'Two' }], NOW);
      await rows.putJson('contacts', [...contacts(500, 300, 'o1'), ...contacts(0, 200, 'o2')], NOW);
      await rows.remove('contacts', [['o1', 'c1']]);
    });
    expect(await loggedAfter(2)).toEqual([entry(3, 'teams', 't2'), entry(3, 'contacts', null)]);
    expect(await version('o2')).toBe(2);
    expect(await loggedAfter(1)).toContainEqual({ ...entry(2, 'contacts', null), org_id: 'o2' });
  });

  test('keeps the newest 10,000 entries of each organization, in whole transactions', async () => {
    await put('contacts', { id: 'c1', org_id: 'o2' });
    for (let seq = 2; seq <= 64; seq++) {
      const rows = Array.from({ length: 200 }, (_, n) => ({
        id: `c${n}`,
        org_id: 'o1',
        name: `${seq}`,
      }));
      await put('contacts', ...rows);
    }
    const kept = await folder.store.read((tx) =>
      tx.all(`SELECT org_id, MIN(seq) AS first, MAX(seq) AS last, COUNT(*) AS entries
              FROM changes GROUP BY org_id`),
    );
    expect(kept).toEqual([
      { org_id: 'o1', first: 15, last: 64, entries: 10_000 },
      { org_id: 'o2', first: 1, last: 2, entries: 2 },
    ]);
  });
});

describe('writeRowsTogether', () => {
  const rowOf = (table: TableName, value: object): Row => {
    const row = readJsonRow(tables[table], value, NOW);
    if (row instanceof RowFault) throw new Error(String(row));
    return row;
  };

  const putting =
    (table: TableName, row: object) =>
    async (rows: RowSink): Promise<unknown> => {
      await rows.put(table, [rowOf(table, row)]);
      return row;
    };

  test('commits what is right, in order, and undoes what is not', async () => {
    const [good, bad, later] = [
      { id: 'c1', org_id: 'o1', name: 'First' },
      { id: 'c2', org_id: 'o1', owner_member_id: 'm9' },
      { id: 'c1', org_id: 'o1', name: 'Last' },
    ];
    const settled = await writeRowsTogether(folder.store, [
      putting('contacts', good),
      async (rows) => {
        await putting('teams', { id: 't9', org_id: 'o1', name: 'Gone' })(rows);
        return putting('contacts', bad)(rows);
      },
      (rows) => rows.remove('members', [['o1', 'm2']]),
      putting('contacts', later),
    ]);
    expect(settled).toEqual([
      { status: 'fulfilled', value: good },
      { status: 'rejected', reason: expect.any(BadRow) },
      { status: 'fulfilled', value: 1 },
      { status: 'fulfilled', value: later },
    ]);
    const rows = await folder.store.read((tx) => tx.all('SELECT id, name FROM contacts'));
    expect(rows).toEqual([{ id: 'c1', name: 'Last' }]);
    expect(await loggedAfter(1)).toEqual([
      entry(2, 'contacts', 'c1'),
      entry(2, 'members', 'm2', { member_id: 'm2' }),
    ]);
  });

  test('what one removes, another may no longer refer to', async () => {
    const settled = await writeRowsTogether<unknown>(folder.store, [
      (rows) => rows.remove('members', [['o1', 'm1']]),
      putting('contacts', { id: 'c1', org_id: 'o1', owner_member_id: 'm1' }),
      putting('contacts', { id: 'c2', org_id: 'o1', owner_member_id: 'm2' }),
      (rows) => rows.remove('members', [['o1', 'm2']]),
    ]);
    expect(settled.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
    ]);
    const members = await folder.store.read((tx) => tx.all('SELECT id FROM members'));
    expect(members).toEqual([{ id: 'm2' }]);
  });
});
