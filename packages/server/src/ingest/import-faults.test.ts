import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import { StoreBusy } from '../store/store.js';
import {
  lines,
  openImportFolder,
  type Files,
  type ImportFolder,
} from '../testing/import-folder.js';
import { importDirectory } from './import.js';
import { ImportError } from './import-error.js';
import { tableNames } from './tables.js';

const NOW = Date.parse('2026-03-15T12:00:00Z');

let folder: ImportFolder;

beforeEach(async () => {
  folder = await openImportFolder(NOW);
  await folder.import({
    'organizations.csv': lines('id,name,timezone', 'o1,One,Europe/Berlin', 'o2,Two,UTC'),
    'teams.csv': lines('id,org_id,name', 't1,o1,Support'),
    'members.csv': lines('id,org_id,name', 'm1,o1,Ada', 'm2,o2,Ben'),
    'phones.csv': lines('id,org_id,label', 'p1,o1,Desk', 'p2,o2,Desk'),
    'contacts.csv': lines('id,org_id,name', 'c1,o1,Cy', 'c2,o2,Di'),
    'calls.csv': lines(
      'id,org_id,phone_id,direction,status,started_at',
      'k1,o1,p1,inbound,completed,2026-03-01T10:00:00Z',
    ),
    'messages.csv': lines(
      'id,org_id,contact_id,channel,direction,status,created_at',
      'g1,o1,c1,sms,inbound,received,2026-03-01T10:00:00Z',
    ),
  });
});

afterEach(() => folder.close());

async function expectFault(files: Files, message: string, replace: 'phones'[] = []) {
  const before = await folder.dump();
  const attempt = folder.import(files, { replace });
  await expect(attempt).rejects.toThrow(ImportError);
  expect(await attempt.catch((error: Error) => error.message)).toBe(message);
  expect(await folder.dump()).toEqual(before);
}

const callHeader =
  'id,org_id,phone_id,member_id,contact_id,direction,status,started_at,duration_secs';
const goodCall = 'k9,o1,p1,m1,c1,inbound,completed,2026-03-02T10:00:00Z,60';
const calls = (...records: string[]) => ({ 'calls.csv': lines(callHeader, goodCall, ...records) });
const callColumns =
  'id, org_id, phone_id, member_id, contact_id, direction, status, outcome, started_at, ' +
  'answered_at, ended_at, duration_secs, wait_secs, recording_url, contact_number, team_id, notes';

describe('a bad value', () => {
  test.each<[string, string, string]>([
    [
      'bad date',
      'k2,o1,,,,inbound,completed,2026-02-30T10:00:00Z,',
      'started_at: "2026-02-30T10:00:00Z" is no date of the calendar',
    ],
    [
      'instant without offset',
      'k2,o1,,,,inbound,completed,2026-03-02T10:00:00,',
      'started_at: "2026-03-02T10:00:00" is not an RFC 3339 instant with an offset, such as 2026-03-02T09:30:00Z',
    ],
    [
      'event in the future',
      'k2,o1,,,,inbound,completed,2026-03-16T12:00:00.001Z,',
      'started_at: "2026-03-16T12:00:00.001Z" is more than 24 hours ahead of now, 2026-03-15T12:00:00.000Z',
    ],
    [
      'wrong enum',
      'k2,o1,,,,inbound,done,2026-03-02T10:00:00Z,',
      'status: "done" is not one of queued, ringing, in_progress, completed, busy, no_answer, failed, canceled, voicemail',
    ],
    [
      'required value',
      'k2,o1,,,,,completed,2026-03-02T10:00:00Z,',
      'direction: a value is required',
    ],
    ['empty id', ',o1,,,,inbound,completed,2026-03-02T10:00:00Z,', 'id: a value is required'],
    [
      'bad id',
      'k 2,o1,,,,inbound,completed,2026-03-02T10:00:00Z,',
      'id: "k 2" is not an id: 1–64 printable ASCII characters without space',
    ],
    [
      'negative seconds',
      'k2,o1,,,,inbound,completed,2026-03-02T10:00:00Z,-1',
      'duration_secs: "-1" is not a whole number from 0 to 2147483647',
    ],
    [
      'unknown organization',
      'k2,o3,,,,inbound,completed,2026-03-02T10:00:00Z,',
      'org_id: there is no organization "o3"',
    ],
    [
      'unknown phone',
      'k2,o1,p9,,,inbound,completed,2026-03-02T10:00:00Z,',
      'phone_id: there is no "p9" in phones of organization "o1"',
    ],
    [
      'phone of another organization',
      'k2,o1,p2,,,inbound,completed,2026-03-02T10:00:00Z,',
      'phone_id: there is no "p2" in phones of organization "o1"',
    ],
    [
      'unknown member',
      'k2,o1,,m2,,inbound,completed,2026-03-02T10:00:00Z,',
      'member_id: there is no "m2" in members of organization "o1"',
    ],
    [
      'unknown contact',
      'k2,o1,,,c2,inbound,completed,2026-03-02T10:00:00Z,',
      'contact_id: there is no "c2" in contacts of organization "o1"',
    ],
    ['too few fields', 'k2,o1', '2 fields; the header has 9'],
    ['too many fields', `${goodCall},`, '10 fields; the header has 9'],
  ])('%s', (_, record, message) => expectFault(calls(record), `calls.csv:3: ${message}`));

  test.each<[string, string, string, string]>([
    [
      'wrong time zone',
      'organizations',
      '{"id":"o3","name":"Three","timezone":"+02:00"}',
      'timezone: "+02:00" is not an IANA time zone name such as Europe/Berlin',
    ],
    [
      'wrong boolean',
      'members',
      '{"id":"m3","org_id":"o1","name":"Eve","is_active":"yes"}',
      'is_active: "yes" is not true or false',
    ],
    [
      'wrong number',
      'phones',
      '{"id":"p3","org_id":"o1","number":"030 123456"}',
      'number: "030 123456" is not an E.164 number such as +4930123456',
    ],
    [
      'confidence above 1',
      'text_agent_suggestions',
      '{"id":"s1","org_id":"o1","confidence":1.2,"outcome":"accepted","escalated":false,"created_at":"2026-03-01T10:00:00Z"}',
      'confidence: 1.2 is not a decimal number from 0 to 1 with at most 6 places',
    ],
    [
      'cost with too many places',
      'ai_usage',
      '{"id":"u1","org_id":"o1","feature":"x","tokens":1,"cost_usd":"0.0000001","created_at":"2026-03-01T10:00:00Z"}',
      'cost_usd: "0.0000001" is not a decimal number from 0 to 1000000 with at most 6 places',
    ],
    [
      'AI feature of an inbound message',
      'messages',
      '{"id":"g2","org_id":"o1","channel":"sms","direction":"inbound","status":"received","ai_feature":"text_agent","created_at":"2026-03-01T10:00:00Z"}',
      'ai_feature: "text_agent" on an inbound message; only outbound ones have an AI feature',
    ],
    [
      'owner who is not there',
      'contacts',
      '{"id":"c3","org_id":"o1","owner_member_id":"m2"}',
      'owner_member_id: there is no "m2" in members of organization "o1"',
    ],
    [
      'team who is not there',
      'calls',
      '{"id":"k2","org_id":"o2","team_id":"t1","direction":"inbound","status":"busy","started_at":"2026-03-01T10:00:00Z"}',
      'team_id: there is no "t1" in teams of organization "o2"',
    ],
    [
      'half of a link',
      'plan_contacts',
      '{"org_id":"o1","plan_id":"l1","contact_id":"c1"}',
      'plan_id: there is no "l1" in plans of organization "o1"',
    ],
    ['missing value', 'teams', '{"id":"t2","org_id":"o1"}', 'name: a value is required'],
    [
      'unknown column',
      'teams',
      '{"id":"t2","org_id":"o1","name":"T","colour":"red"}',
      'colour: unknown column; teams has id, org_id, name',
    ],
    [
      'unknown column that objects have by nature',
      'teams',
      '{"id":"t2","org_id":"o1","name":"T","__proto__":"red"}',
      '__proto__: unknown column; teams has id, org_id, name',
    ],
    ['array', 'teams', '["t2","o1","T"]', '["t2","o1","T"] is not a JSON object'],
    ['broken JSON', 'teams', '{"id":"t2",', '"{\\"id\\":\\"t2\\"," is not JSON'],
    [
      'number for an id',
      'teams',
      '{"id":7,"org_id":"o1","name":"T"}',
      'id: 7 is not an id: 1–64 printable ASCII characters without space',
    ],
  ])('%s in NDJSON', (_, table, record, message) =>
    expectFault({ [`${table}.ndjson`]: `\n${record}\n` }, `${table}.ndjson:2: ${message}`),
  );

  test('is found on the first line of its record', () =>
    expectFault(
      {
        'calls.csv': `id,org_id,notes,direction,status,started_at\r\nk2,o1,"two\r\nlines",inbound,busy,2026-03-02T10:00:00Z\r\n\r\nk3,o1,"and\r\nthree\r\nlines",inbound,busy,never\r\n`,
      },
      'calls.csv:5: started_at: "never" is not an RFC 3339 instant with an offset, such as 2026-03-02T09:30:00Z',
    ));

  test('is found in a row whose key comes again', () =>
    expectFault(
      calls(
        'k2,o1,p9,,,inbound,busy,2026-03-02T10:00:00Z,',
        'k2,o1,p1,,,inbound,busy,2026-03-02T10:00:00Z,',
      ),
      'calls.csv:3: phone_id: there is no "p9" in phones of organization "o1"',
    ));

  test('that comes first is the one that is told', () =>
    expectFault(
      calls(
        'k2,o1,,,c9,inbound,busy,2026-03-02T10:00:00Z,',
        'k3,o1,p9,,,inbound,busy,2026-03-02T10:00:00Z,',
        'k4,o1,,,,inbound,never,2026-03-02T10:00:00Z,',
        '"',
      ),
      'calls.csv:3: contact_id: there is no "c9" in contacts of organization "o1"',
    ));

  test('undoes what came before it, however long', () => {
    const good = Array.from({ length: 6000 }, (_, index) => goodCall.replace('k9', `x${index}`));
    return expectFault(
      {
        'organizations.csv': lines('id,name,timezone', 'o1,Renamed,Pacific/Auckland'),
        ...calls(...good, 'k2,o1,p9,,,inbound,busy,2026-03-02T10:00:00Z,'),
      },
      'calls.csv:6003: phone_id: there is no "p9" in phones of organization "o1"',
    );
  });
});

describe('a bad file', () => {
  test.each<[string, Files, string]>([
    [
      'unknown column',
      { 'calls.csv': lines(`${callHeader},colour`) },
      `calls.csv:1: colour: unknown column; calls has ${callColumns}`,
    ],
    [
      'column whose name is no name',
      { 'teams.csv': 'id,org_id,name,"a\nb"\n' },
      'teams.csv:1: "a\\nb": unknown column; teams has id, org_id, name',
    ],
    [
      'column given twice',
      { 'teams.csv': 'id,org_id,name,id\n' },
      'teams.csv:1: id: column is given twice',
    ],
    [
      'missing column',
      { 'teams.csv': '\nid,org_id\n' },
      'teams.csv:2: name: column is required, but missing',
    ],
    [
      'empty file',
      { 'teams.csv': '' },
      'teams.csv:1: the file is empty; its first line names the columns',
    ],
    [
      'open quote',
      { 'teams.csv': 'id,org_id,name\nt2,o1,"T\n\n' },
      'teams.csv:2: a quoted field is not closed',
    ],
    [
      'stray quote',
      { 'teams.csv': 'id,org_id,name\nt2,o1,T\nt3,o1,"T"s\n' },
      'teams.csv:3: a quoted field is followed by something else than a comma or a line end',
    ],
    [
      'quote inside a plain field',
      { 'teams.csv': 'id,org_id,name\nt2,o1,5" phones\n' },
      'teams.csv:2: a quote inside a field that is not quoted',
    ],
    [
      'stray carriage return',
      { 'teams.csv': 'id,org_id,name\nt2,o1,a\rb\n' },
      'teams.csv:2: a carriage return that is neither quoted nor before a line feed',
    ],
    [
      'invalid UTF-8',
      { 'teams.csv': Buffer.from('id,org_id,name\nt2,o1,Süd\nt3,o1,S\xfcd\n', 'latin1') },
      'teams.csv:2: is not valid UTF-8',
    ],
    [
      'invalid UTF-8 inside a record of several lines',
      {
        'teams.csv': Buffer.concat([
          Buffer.from('id,org_id,name\nt2,o1,"Süd\n'),
          Buffer.from([0x61, 0xff, 0x0a]),
          Buffer.from('"\n'),
        ]),
      },
      'teams.csv:2: is not valid UTF-8',
    ],
    [
      'UTF-8 cut in the middle of a character',
      { 'teams.ndjson': Buffer.from('{"id":"t2","org_id":"o1","name":"Sü"}').subarray(0, -3) },
      'teams.ndjson:1: is not valid UTF-8',
    ],
    [
      'UTF-16',
      { 'teams.csv': Buffer.from('\uFEFFid,org_id,name\n', 'utf16le') },
      'teams.csv:1: is not valid UTF-8',
    ],
    [
      'gzip in name only',
      { 'teams.csv.gz': 'id,org_id,name\n' },
      'teams.csv.gz:1: corrupt gzip: incorrect header check',
    ],
    [
      'gzip that is cut off',
      { 'teams.csv.gz': gzipSync('id,org_id,name\nt2,o1,T\n').subarray(0, -8) },
      'teams.csv.gz:3: corrupt gzip: unexpected end of file',
    ],
    [
      'gzip with a wrong checksum',
      {
        'teams.csv.gz': Buffer.concat([
          gzipSync('id,org_id,name\nt2,o1,T\n').subarray(0, -8),
          Buffer.alloc(8, 1),
        ]),
      },
      'teams.csv.gz:1: corrupt gzip: incorrect data check',
    ],
    [
      'empty gzip',
      { 'teams.ndjson.gz': '' },
      'teams.ndjson.gz:1: corrupt gzip: unexpected end of file',
    ],
    [
      'two files of one table',
      { 'teams.csv': 'id,org_id,name\n', 'teams.ndjson': '' },
      'teams.csv and teams.ndjson both hold teams: keep one',
    ],
    [
      'a file and its compressed copy',
      { 'teams.csv': 'id,org_id,name\n', 'teams.csv.gz': '' },
      'teams.csv and teams.csv.gz both hold teams: keep one',
    ],
    [
      'a file of no table',
      { 'teams.csv': 'id,org_id,name\n', 'agents.csv': '' },
      `agents.csv is not named after a table; tables are ${tableNames.join(', ')}`,
    ],
    [
      'a file whose ending is in capitals',
      { 'teams.CSV': 'id,org_id,name\n' },
      `teams.CSV is not named after a table; tables are ${tableNames.join(', ')}`,
    ],
  ])('%s', (_, files, message) => expectFault(files, message));

  test('lines longer than what is held at once', () =>
    expectFault(
      { 'teams.csv': `id,org_id,name\nt2,o1,${'x'.repeat(17 * 1024 * 1024)}` },
      'teams.csv:2: the line is longer than 16 MiB',
    ));

  test('a folder without tables', async () => {
    const dir = await folder.write({ 'notes.txt': '' });
    const attempt = importDirectory({ dir, store: folder.store, clock: () => NOW });
    await expect(attempt).rejects.toThrow(
      `${dir} has no <table>.csv or <table>.ndjson, also .gz; tables are ${tableNames.join(', ')}`,
    );
  });

  test('a folder that is not there', async () => {
    const dir = `${folder.file}-missing`;
    const attempt = importDirectory({ dir, store: folder.store, clock: () => NOW });
    await expect(attempt).rejects.toThrow(`${dir} is not a folder that can be read`);
  });

  test('a replaced table without a file', async () => {
    const dir = await folder.write({ 'teams.csv': 'id,org_id,name\n' });
    const attempt = importDirectory({
      dir,
      store: folder.store,
      clock: () => NOW,
      replace: ['phones'],
    });
    await expect(attempt).rejects.toThrow(`phones cannot be replaced: ${dir} has no file of it`);
  });

  test('a replaced table that leaves out a row which is in use', () =>
    expectFault(
      { 'phones.csv': lines('id,org_id', 'p3,o1') },
      'phones.csv:1: id: left out, but "p1" of organization "o1" is still used by "k1" in calls (phone_id)',
      ['phones'],
    ));

  test('a row that uses what the same import leaves out', () =>
    expectFault(
      { 'phones.csv': lines('id,org_id', 'p3,o1'), ...calls() },
      'calls.csv:2: phone_id: there is no "p1" in phones of organization "o1"',
      ['phones'],
    ));
});

test('while an import holds the lock, writes of another process are refused and its reads go on', async () => {
  const other = await openSqlite(folder.file, { busyTimeoutMs: 1 });
  const attempts: Promise<unknown>[] = [];
  try {
    await folder.import(calls(), {
      onProgress: ({ isDone }) => {
        if (isDone) return;
        attempts.push(other.write(async () => 'written').catch((error: unknown) => error));
        attempts.push(other.read((tx) => tx.all('SELECT id FROM calls')));
      },
    });
    const [written, read] = await Promise.all(attempts);
    expect(written).toBeInstanceOf(StoreBusy);
    expect(read).toEqual([{ id: 'k1' }]);
  } finally {
    await other.close();
  }
});
