import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openImportFolder, type ImportFolder } from '../testing/import-folder.js';
import { BadRow, writeRows, type RowWriter } from './apply.js';
import { RowInUse } from './removals.js';

const NOW = Date.parse('2026-03-15T12:00:00Z');

let folder: ImportFolder;

const write = (work: (rows: RowWriter) => Promise<void>) => writeRows(folder.store, work);
const select = (sql: string) => folder.store.read((tx) => tx.all(sql));

beforeEach(async () => {
  folder = await openImportFolder(NOW);
  await write(async (rows) => {
    const organizations = [
      { id: 'o1', name: 'One', timezone: 'UTC' },
      { id: 'o2', name: 'Two', timezone: 'UTC' },
    ];
    await rows.putJson('organizations', organizations, NOW);
    await rows.putJson('members', [{ id: 'm1', org_id: 'o1', name: 'Ada' }], NOW);
    const phones = [
      { id: 'p1', org_id: 'o1' },
      { id: 'p1', org_id: 'o2' },
    ];
    await rows.putJson('phones', phones, NOW);
    await rows.putJson(
      'phone_assignments',
      [{ org_id: 'o1', phone_id: 'p1', member_id: 'm1' }],
      NOW,
    );
  });
});

afterEach(() => folder.close());

describe('putJson', () => {
  test('writes a batch whole, the last of one key standing', async () => {
    const rows = [
      { id: 'c1', org_id: 'o1', name: 'First' },
      { id: 'c2', org_id: 'o1', name: 'Second' },
      { id: 'c1', org_id: 'o1', owner_member_id: 'm1' },
    ];
    await write((writer) => writer.putJson('contacts', rows, NOW));
    expect(await select('SELECT id, name, owner_member_id FROM contacts')).toEqual([
      { id: 'c1', name: null, owner_member_id: 'm1' },
      { id: 'c2', name: 'Second', owner_member_id: null },
    ]);
  });

  test.each([
    ['a value', { id: 'c2', org_id: 'o1', created_at: 'today' }, 'created_at'],
    ['a reference', { id: 'c2', org_id: 'o1', owner_member_id: 'm9' }, 'owner_member_id'],
    ['the whole', 'c2', undefined],
  ])(
    'names the row and column of what is wrong with %s, and writes nothing',
    async (_, bad, column) => {
      const rows = [{ id: 'c1', org_id: 'o1' }, bad, { id: 'c3', org_id: 'o9' }];
      const failed = await write((writer) => writer.putJson('contacts', rows, NOW)).catch(
        (error: unknown) => error,
      );
      expect(failed).toBeInstanceOf(BadRow);
      expect(failed).toMatchObject({ row: 1, column });
      expect(await select('SELECT * FROM contacts')).toEqual([]);
    },
  );
});

describe('remove', () => {
  test('takes rows away by their keys and counts them; unknown keys are no error', async () => {
    const removed = await writeRows(folder.store, (rows) =>
      rows.remove('phone_assignments', [
        ['o1', 'p1', 'm1'],
        ['o1', 'p9', 'm1'],
        ['o2', 'p1', 'm1'],
      ]),
    );
    expect(removed).toBe(1);
    expect(await select('SELECT * FROM phone_assignments')).toEqual([]);
  });

  test.each([
    [
      'phones',
      ['o1', 'p1'],
      '"p1" of organization "o1" is still used by "p1", "m1" in phone_assignments (phone_id)',
    ],
    ['organizations', ['o1'], '"o1" is still used by "m1" in members (org_id)'],
  ] as const)('refuses to take away what is in use: %s', async (table, key, message) => {
    const before = await folder.dump();
    const attempt = writeRows(folder.store, (rows) => rows.remove(table, [key]));
    await expect(attempt).rejects.toThrow(RowInUse);
    await expect(attempt).rejects.toThrow(message);
    expect(await folder.dump()).toEqual(before);
  });

  test('is no fault when the row comes back, or its users go too', async () => {
    await write(async (rows) => {
      await rows.remove('phones', [['o1', 'p1']]);
      await rows.putJson('phones', [{ id: 'p1', org_id: 'o1', label: 'Back' }], NOW);
      await rows.remove('members', [['o1', 'm1']]);
      await rows.remove('phone_assignments', [['o1', 'p1', 'm1']]);
    });
    expect(await select("SELECT id, label FROM phones WHERE org_id = 'o1'")).toEqual([
      { id: 'p1', label: 'Back' },
    ]);
    expect(await select('SELECT * FROM members')).toEqual([]);
  });

  test('a removed row can no longer be referred to', async () => {
    const attempt = write(async (rows) => {
      await rows.putJson('contacts', [{ id: 'c1', org_id: 'o1', owner_member_id: 'm1' }], NOW);
      await rows.remove('phone_assignments', [['o1', 'p1', 'm1']]);
      await rows.remove('members', [['o1', 'm1']]);
      await rows.putJson('contacts', [{ id: 'c1', org_id: 'o1', owner_member_id: 'm1' }], NOW);
    });
    await expect(attempt).rejects.toThrow(
      'row 0: owner_member_id: there is no "m1" in members of organization "o1"',
    );
  });

  test('what one write has removed is forgotten by the next', async () => {
    await expect(
      writeRows(folder.store, (rows) => rows.remove('phones', [['o1', 'p1']])),
    ).rejects.toThrow(RowInUse);
    await write(async (rows) => {
      await rows.remove('phone_assignments', [['o1', 'p1', 'm1']]);
      await rows.remove('phones', [['o1', 'p1']]);
    });
    expect(await select("SELECT id FROM phones WHERE org_id = 'o1'")).toEqual([]);
    const noted = await folder.store.write((tx) => tx.all('SELECT * FROM temp.removed_rows'));
    expect(noted).toEqual([]);
  });
});
