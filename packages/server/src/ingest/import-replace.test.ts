import { afterEach, beforeEach, expect, test } from 'vitest';
import { lines, openImportFolder, type ImportFolder } from '../testing/import-folder.js';

const NOW = Date.parse('2026-03-15T12:00:00Z');

let folder: ImportFolder;

beforeEach(async () => {
  folder = await openImportFolder(NOW);
  await folder.import({
    'organizations.csv': lines('id,name,timezone', 'o1,One,UTC', 'o2,Two,UTC'),
    'members.csv': lines('id,org_id,name', 'm1,o1,Ada', 'm2,o1,Ben', 'm1,o2,Cy'),
    'phones.csv': lines('id,org_id,label', 'p1,o1,A', 'p2,o1,B', 'p1,o2,C', 'p2,o2,D'),
    'phone_assignments.csv': lines('org_id,phone_id,member_id', 'o1,p1,m1', 'o1,p2,m1', 'o2,p1,m1'),
  });
});

afterEach(() => folder.close());

const select = (sql: string) => folder.store.read((tx) => tx.all(sql));
const assignments = 'SELECT org_id, phone_id, member_id FROM phone_assignments ORDER BY 1, 2, 3';

test('without replace, rows that a file leaves out stay', async () => {
  await folder.import({
    'phone_assignments.csv': lines('org_id,phone_id,member_id', 'o1,p2,m2'),
  });
  expect(await select(assignments)).toEqual([
    { org_id: 'o1', phone_id: 'p1', member_id: 'm1' },
    { org_id: 'o1', phone_id: 'p2', member_id: 'm1' },
    { org_id: 'o1', phone_id: 'p2', member_id: 'm2' },
    { org_id: 'o2', phone_id: 'p1', member_id: 'm1' },
  ]);
});

test('the table becomes equal to the file, for the organizations named in it', async () => {
  const [result] = await folder.import(
    { 'phone_assignments.csv': lines('org_id,phone_id,member_id', 'o1,p2,m2', 'o1,p2,m1') },
    { replace: ['phone_assignments'] },
  );
  expect(result?.removed).toBe(1);
  expect(await select(assignments)).toEqual([
    { org_id: 'o1', phone_id: 'p2', member_id: 'm1' },
    { org_id: 'o1', phone_id: 'p2', member_id: 'm2' },
    { org_id: 'o2', phone_id: 'p1', member_id: 'm1' },
  ]);
});

test('a file without rows names no organization and takes nothing away', async () => {
  await folder.import(
    { 'phone_assignments.csv': lines('org_id,phone_id,member_id') },
    { replace: ['phone_assignments'] },
  );
  expect(await select(assignments)).toHaveLength(3);
});

test('a row may go when those that used it go too', async () => {
  await folder.import(
    {
      'phones.csv': lines('id,org_id,label', 'p2,o1,B'),
      'phone_assignments.csv': lines('org_id,phone_id,member_id', 'o1,p2,m1'),
    },
    { replace: ['phones', 'phone_assignments'] },
  );
  expect(await select('SELECT org_id, id, label FROM phones ORDER BY 1, 2')).toEqual([
    { org_id: 'o1', id: 'p2', label: 'B' },
    { org_id: 'o2', id: 'p1', label: 'C' },
    { org_id: 'o2', id: 'p2', label: 'D' },
  ]);
});

test('a row may go when those that used it use another one now', async () => {
  await folder.import({
    'contacts.csv': lines('id,org_id,owner_member_id', 'c1,o1,m2', 'c2,o1,m1'),
  });
  await folder.import(
    {
      'members.csv': lines('id,org_id,name', 'm1,o1,Ada'),
      'contacts.csv': lines('id,org_id,owner_member_id', 'c1,o1,m1'),
    },
    { replace: ['members'] },
  );
  expect(await select("SELECT id FROM members WHERE org_id = 'o1'")).toEqual([{ id: 'm1' }]);
});

test('more rows than are removed at once go, and those of the file stay', async () => {
  const ids = Array.from({ length: 12_001 }, (_, index) => `c${index}`);
  await folder.import({ 'contacts.csv': lines('id,org_id', ...ids.map((id) => `${id},o1`)) });
  const kept = ids.filter((_, index) => index % 1000 === 0);
  const [result] = await folder.import(
    { 'contacts.csv': lines('id,org_id', ...kept.map((id) => `${id},o1`)) },
    { replace: ['contacts'] },
  );
  expect(result?.removed).toBe(ids.length - kept.length);
  const left = await select('SELECT id FROM contacts');
  expect(left.map((row) => (row as { id: string }).id).sort()).toEqual(kept.sort());
});

test('replacing organizations takes none away', async () => {
  await folder.import(
    { 'organizations.csv': lines('id,name,timezone', 'o1,Renamed,UTC') },
    { replace: ['organizations'] },
  );
  expect(await select('SELECT id, name FROM organizations ORDER BY id')).toEqual([
    { id: 'o1', name: 'Renamed' },
    { id: 'o2', name: 'Two' },
  ]);
});

test('replacing again works, and leaves no table of its own behind', async () => {
  for (let round = 0; round < 2; round++) {
    await folder.import(
      { 'phone_assignments.csv': lines('org_id,phone_id,member_id', 'o1,p1,m1') },
      { replace: ['phone_assignments'] },
    );
  }
  const temporary = await folder.store.write((tx) =>
    tx.all("SELECT name FROM sqlite_temp_schema WHERE name = 'file_keys'"),
  );
  expect(temporary).toEqual([]);
});
