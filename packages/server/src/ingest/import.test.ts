import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  lines,
  openImportFolder,
  type Files,
  type ImportFolder,
} from '../testing/import-folder.js';
import type { FileProgress } from './import.js';

const NOW = Date.parse('2026-03-15T12:00:00Z');

let folder: ImportFolder;

beforeEach(async () => {
  folder = await openImportFolder(NOW);
});

afterEach(() => folder.close());

const directory: Files = {
  'organizations.csv': lines('id,name,timezone', 'o1,One,Europe/Berlin', 'o2,Two,Asia/Kathmandu'),
  'teams.csv': lines('id,org_id,name', 't1,o1,Support'),
  'members.csv': lines('id,org_id,name', 'm1,o1,Ada', 'm1,o2,Ben'),
  'phones.csv': lines('id,org_id,number,label', 'p1,o1,+4930123456,Desk'),
  'contacts.csv': lines('id,org_id,owner_member_id', 'c1,o1,m1', 'c1,o2,'),
};

const select = (sql: string) => folder.store.read((tx) => tx.all(sql));

describe('rows', () => {
  test('every table is stored in full', async () => {
    await folder.import({
      ...directory,
      'members.csv': lines('id,org_id,name,email,is_active', 'm1,o1,Ada,ada@example.com,false'),
      'contacts.csv': lines(
        'id,org_id,name,owner_member_id,created_at',
        'c1,o1,Cy,m1,2026-03-01T00:00:00+01:00',
      ),
      'team_members.csv': lines('org_id,team_id,member_id,is_manager', 'o1,t1,m1,true'),
      'phone_assignments.csv': lines('org_id,phone_id,member_id', 'o1,p1,m1'),
      'calls.csv': lines(
        'id,org_id,phone_id,member_id,contact_id,direction,status,outcome,started_at,answered_at,' +
          'ended_at,duration_secs,wait_secs,recording_url,contact_number,team_id,notes',
        'k1,o1,p1,m1,c1,inbound,completed,sold,2026-03-14T23:30:00Z,2026-03-14T23:30:05Z,' +
          '2026-03-14T23:31:05Z,60,5,https://example.com/r.mp3,+4915112345678,t1,called back',
      ),
      'messages.csv': lines(
        'id,org_id,phone_id,member_id,contact_id,channel,direction,status,ai_feature,' +
          'conversation_id,contact_number,created_at',
        'g1,o1,p1,m1,c1,sms,outbound,delivered,text_agent,v1,+4915112345678,2026-03-14T22:59:59.999Z',
      ),
      'todos.csv': lines(
        'id,org_id,member_id,contact_id,title,status,created_at',
        'd1,o1,m1,c1,Call back,in_progress,2026-03-14T08:00:00Z',
      ),
      'text_agent_suggestions.csv': lines(
        'id,org_id,phone_id,member_id,contact_id,confidence,outcome,escalated,created_at',
        's1,o1,p1,m1,c1,0.29,auto_sent,true,2026-03-14T08:00:00Z',
      ),
      'plans.csv': lines(
        'id,org_id,owner_member_id,name,status,created_at',
        'l1,o1,m1,Spring,active,2026-03-14T08:00:00Z',
      ),
      'plan_contacts.csv': lines('org_id,plan_id,contact_id', 'o1,l1,c1'),
      'ai_usage.csv': lines(
        'id,org_id,member_id,feature,tokens,cost_usd,created_at',
        'u1,o1,m1,summary,1200,0.0036,2026-03-14T08:00:00Z',
      ),
    });
    const { schema, ...tables } = await folder.dump();
    const morning = Date.parse('2026-03-14T08:00:00Z');
    const day = Date.parse('2026-03-14T00:00:00Z') / 86_400_000;
    expect(schema?.length).toBeGreaterThan(14);
    expect(tables).toEqual({
      organizations: [
        { id: 'o1', name: 'One', timezone: 'Europe/Berlin' },
        { id: 'o2', name: 'Two', timezone: 'Asia/Kathmandu' },
      ],
      teams: [{ org_id: 'o1', id: 't1', name: 'Support' }],
      members: [{ org_id: 'o1', id: 'm1', name: 'Ada', email: 'ada@example.com', is_active: 0 }],
      team_members: [{ org_id: 'o1', team_id: 't1', member_id: 'm1', is_manager: 1 }],
      phones: [{ org_id: 'o1', id: 'p1', number: '+4930123456', label: 'Desk' }],
      phone_assignments: [{ org_id: 'o1', phone_id: 'p1', member_id: 'm1' }],
      contacts: [
        {
          org_id: 'o1',
          id: 'c1',
          name: 'Cy',
          owner_member_id: 'm1',
          created_at: Date.parse('2026-02-28T23:00:00Z'),
        },
      ],
      calls: [
        {
          org_id: 'o1',
          id: 'k1',
          phone_id: 'p1',
          member_id: 'm1',
          contact_id: 'c1',
          direction: 'inbound',
          status: 'completed',
          outcome: 'sold',
          started_at: Date.parse('2026-03-14T23:30:00Z'),
          answered_at: Date.parse('2026-03-14T23:30:05Z'),
          ended_at: Date.parse('2026-03-14T23:31:05Z'),
          duration_secs: 60,
          wait_secs: 5,
          recording_url: 'https://example.com/r.mp3',
          contact_number: '+4915112345678',
          team_id: 't1',
          notes: 'called back',
          day: day + 1,
          hour: 0,
        },
      ],
      messages: [
        {
          org_id: 'o1',
          id: 'g1',
          phone_id: 'p1',
          member_id: 'm1',
          contact_id: 'c1',
          channel: 'sms',
          direction: 'outbound',
          status: 'delivered',
          ai_feature: 'text_agent',
          conversation_id: 'v1',
          contact_number: '+4915112345678',
          created_at: Date.parse('2026-03-14T22:59:59.999Z'),
          day,
          hour: 23,
        },
      ],
      todos: [
        {
          org_id: 'o1',
          id: 'd1',
          member_id: 'm1',
          contact_id: 'c1',
          title: 'Call back',
          status: 'in_progress',
          created_at: morning,
          day,
          hour: 9,
        },
      ],
      text_agent_suggestions: [
        {
          org_id: 'o1',
          id: 's1',
          phone_id: 'p1',
          member_id: 'm1',
          contact_id: 'c1',
          confidence_micros: 290_000,
          outcome: 'auto_sent',
          escalated: 1,
          created_at: morning,
          day,
          hour: 9,
        },
      ],
      plans: [
        {
          org_id: 'o1',
          id: 'l1',
          owner_member_id: 'm1',
          name: 'Spring',
          status: 'active',
          created_at: morning,
        },
      ],
      plan_contacts: [{ org_id: 'o1', plan_id: 'l1', contact_id: 'c1' }],
      ai_usage: [
        {
          org_id: 'o1',
          id: 'u1',
          member_id: 'm1',
          feature: 'summary',
          tokens: 1200,
          cost_micros: 3600,
          created_at: morning,
          day,
          hour: 9,
        },
      ],
    });
  });

  test('a known key replaces the whole row: what is absent is empty or the default', async () => {
    await folder.import({
      ...directory,
      'members.csv': lines('id,org_id,name,email,is_active', 'm1,o1,Ada,ada@example.com,false'),
      'contacts.csv': lines('id,org_id,name', 'c1,o1,Cy'),
    });
    await folder.import({ 'members.csv': lines('name,id,org_id', 'Ada L.,m1,o1') });
    expect(await select('SELECT * FROM members')).toEqual([
      { org_id: 'o1', id: 'm1', name: 'Ada L.', email: null, is_active: 1 },
    ]);
  });

  test('of one key twice the last stands', async () => {
    await folder.import({
      ...directory,
      'phones.csv': lines(
        'id,org_id,number,label',
        'p1,o1,+4930123456,First',
        'p1,o2,,Of another organization',
        'p1,o1,,Last',
      ),
    });
    expect(await select('SELECT * FROM phones')).toEqual([
      { org_id: 'o1', id: 'p1', number: null, label: 'Last' },
      { org_id: 'o2', id: 'p1', number: null, label: 'Of another organization' },
    ]);
  });

  test('of one key twice the last stands across chunks of the file', async () => {
    const filler = Array.from({ length: 5000 }, (_, index) => `p${index + 2},o1,`);
    const files = {
      ...directory,
      'phones.csv': lines('id,org_id,label', 'p1,o1,First', ...filler, 'p1,o1,Last'),
    };
    const result = await folder.import(files);
    expect(result.find(({ table }) => table === 'phones')?.rows).toBe(5002);
    expect(await select("SELECT label FROM phones WHERE id = 'p1'")).toEqual([{ label: 'Last' }]);
    expect(await select('SELECT COUNT(*) AS n FROM phones')).toEqual([{ n: 5001 }]);
  });

  test('the same import again changes nothing', async () => {
    const files = {
      ...directory,
      'messages.csv': lines(
        'id,org_id,contact_id,channel,direction,status,created_at',
        'g1,o1,c1,sms,inbound,received,2026-03-14T08:00:00Z',
      ),
    };
    await folder.import(files);
    const before = await folder.dump();
    await folder.import(files);
    expect(await folder.dump()).toEqual(before);
  });

  test('prototype names are ids and labels like others', async () => {
    await folder.import({
      ...directory,
      'phones.csv': lines(
        'id,org_id,label',
        '__proto__,o1,constructor',
        'constructor,o1,__proto__',
      ),
      'phone_assignments.csv': lines('org_id,phone_id,member_id', 'o1,__proto__,m1'),
    });
    expect(await select('SELECT id, label FROM phones ORDER BY id')).toEqual([
      { id: '__proto__', label: 'constructor' },
      { id: 'constructor', label: '__proto__' },
    ]);
  });
});

describe('references', () => {
  test('are checked against files and database together', async () => {
    await folder.import(directory);
    await folder.import({
      'members.csv': lines('id,org_id,name', 'm2,o1,Cleo'),
      'team_members.csv': lines('org_id,team_id,member_id,is_manager', 'o1,t1,m2,false'),
    });
    expect(await select('SELECT * FROM team_members')).toEqual([
      { org_id: 'o1', team_id: 't1', member_id: 'm2', is_manager: 0 },
    ]);
  });

  test('the order of lines is free, and so is the order of files', async () => {
    const rows = [
      'k1,o2,m1,inbound,completed,2026-03-01T00:00:00Z',
      'k1,o1,m1,outbound,busy,2026-02-01T00:00:00Z',
      'k0,o2,m1,inbound,failed,2026-01-01T00:00:00Z',
    ];
    const header = 'id,org_id,member_id,direction,status,started_at';
    const other = await openImportFolder(NOW);
    try {
      await folder.import({ ...directory, 'calls.csv': lines(header, ...rows) });
      await other.import({ ...directory, 'calls.csv': lines(header, ...rows.toReversed()) });
      expect(await other.dump()).toEqual(await folder.dump());
    } finally {
      await other.close();
    }
  });
});

describe('local time', () => {
  const call = (id: string, org: string, at: string) => `${id},${org},inbound,completed,${at}`;
  const header = 'id,org_id,direction,status,started_at';
  const localTimes = 'SELECT org_id, id, day, hour FROM calls ORDER BY org_id, id';
  const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

  test('is that of the organization, also across a change of the clock', async () => {
    await folder.import({
      ...directory,
      'calls.csv': lines(
        header,
        call('k1', 'o1', '2025-10-26T00:30:00Z'),
        call('k2', 'o1', '2025-10-26T01:30:00Z'),
        call('k3', 'o1', '2025-10-26T22:59:59Z'),
        call('k1', 'o2', '2025-10-26T18:14:59Z'),
        call('k2', 'o2', '2025-10-26T18:15:00Z'),
      ),
    });
    expect(await select(localTimes)).toEqual([
      { org_id: 'o1', id: 'k1', day: dayOf('2025-10-26'), hour: 2 },
      { org_id: 'o1', id: 'k2', day: dayOf('2025-10-26'), hour: 2 },
      { org_id: 'o1', id: 'k3', day: dayOf('2025-10-26'), hour: 23 },
      { org_id: 'o2', id: 'k1', day: dayOf('2025-10-26'), hour: 23 },
      { org_id: 'o2', id: 'k2', day: dayOf('2025-10-27'), hour: 0 },
    ]);
  });

  test('follows a changed zone, for rows that were there and rows that come with it', async () => {
    await folder.import({
      ...directory,
      'calls.csv': lines(
        header,
        call('k1', 'o1', '2026-03-01T12:00:00Z'),
        call('k1', 'o2', '2026-03-01T12:00:00Z'),
      ),
      'messages.csv': lines(
        'id,org_id,channel,direction,status,created_at',
        'g1,o1,sms,inbound,received,2026-03-01T12:00:00Z',
      ),
    });
    await folder.import({
      'organizations.csv': lines('id,name,timezone', 'o1,One,Pacific/Auckland'),
      'calls.csv': lines(header, call('k2', 'o1', '2026-03-01T10:59:59Z')),
    });
    expect(await select(localTimes)).toEqual([
      { org_id: 'o1', id: 'k1', day: dayOf('2026-03-02'), hour: 1 },
      { org_id: 'o1', id: 'k2', day: dayOf('2026-03-01'), hour: 23 },
      { org_id: 'o2', id: 'k1', day: dayOf('2026-03-01'), hour: 17 },
    ]);
    expect(await select('SELECT day, hour FROM messages')).toEqual([
      { day: dayOf('2026-03-02'), hour: 1 },
    ]);
  });

  test('follows the last zone of an organization that is given twice', async () => {
    await folder.import({
      ...directory,
      'calls.csv': lines(header, call('k1', 'o1', '2026-03-01T12:00:00Z')),
    });
    await folder.import({
      'organizations.csv': lines('id,name,timezone', 'o1,One,Pacific/Auckland', 'o1,One,UTC'),
    });
    expect(await select(localTimes)).toEqual([
      { org_id: 'o1', id: 'k1', day: dayOf('2026-03-01'), hour: 12 },
    ]);
  });

  test('follows a changed zone in more rows than are rewritten at once', async () => {
    const minutes = Array.from({ length: 5003 }, (_, index) => index);
    const at = (minute: number) => new Date(NOW - minute * 60_000).toISOString();
    await folder.import({
      ...directory,
      'calls.csv': lines(header, ...minutes.map((minute) => call(`k${minute}`, 'o1', at(minute)))),
    });
    await folder.import({ 'organizations.csv': lines('id,name,timezone', 'o1,One,UTC') });
    expect(
      await select(
        `SELECT COUNT(*) AS n FROM calls
         WHERE day = started_at / 86400000 AND hour = started_at / 3600000 % 24`,
      ),
    ).toEqual([{ n: 5003 }]);
  });
});

describe('formats', () => {
  const members = [{ org_id: 'o1', id: 'm1', name: 'Zoë, "Z"\nfrom 8' }];
  const csv = 'id,org_id,name\nm1,o1,"Zoë, ""Z""\nfrom 8"\n';
  const ndjson = `${JSON.stringify({ id: 'm1', org_id: 'o1', name: 'Zoë, "Z"\nfrom 8' })}\n`;

  test.each<[string, string, string | Uint8Array]>([
    ['CSV', 'members.csv', csv],
    ['CSV with BOM', 'members.csv', `\uFEFF${csv}`],
    ['CSV with CRLF', 'members.csv', 'id,org_id,name\r\nm1,o1,"Zoë, ""Z""\nfrom 8"\r\n'],
    ['CSV without a last line feed', 'members.csv', csv.trimEnd()],
    ['CSV with a quoted header', 'members.csv', csv.replace('id,org_id', '"id","org_id"')],
    ['compressed CSV', 'members.csv.gz', gzipSync(csv)],
    [
      'CSV compressed in several members',
      'members.csv.gz',
      Buffer.concat([gzipSync(csv.slice(0, 20)), gzipSync(csv.slice(20))]),
    ],
    ['NDJSON', 'members.ndjson', ndjson],
    ['NDJSON with BOM', 'members.ndjson', `\uFEFF${ndjson}`],
    ['NDJSON with CRLF and blank lines', 'members.ndjson', `\r\n${ndjson.trim()}\r\n \r\n`],
    ['NDJSON without a last line feed', 'members.ndjson', ndjson.trim()],
    ['compressed NDJSON', 'members.ndjson.gz', gzipSync(ndjson)],
  ])('%s', async (_, name, content) => {
    await folder.import({
      'organizations.csv': lines('id,name,timezone', 'o1,One,UTC'),
      [name]: content,
    });
    expect(await select('SELECT org_id, id, name FROM members')).toEqual(members);
  });

  test('NDJSON gives booleans, numbers and null as such or as text', async () => {
    const usage = { org_id: 'o1', feature: 'summary', created_at: '2026-03-14T08:00:00Z' };
    const rows = [
      { ...usage, id: 'u1', tokens: 7, cost_usd: 0.1, member_id: null },
      { ...usage, id: 'u2', tokens: '7', cost_usd: '0.1', member_id: '' },
      { ...usage, id: 'u3', tokens: 7, cost_usd: 1e-6 },
    ];
    const active = [true, false, 'true', 'false', null].map((is_active, index) => ({
      id: `a${index}`,
      org_id: 'o1',
      name: 'A',
      is_active,
    }));
    await folder.import({
      'organizations.csv': lines('id,name,timezone', 'o1,One,UTC'),
      'ai_usage.ndjson': lines(...rows.map((row) => JSON.stringify(row))),
      'members.ndjson': lines(...active.map((row) => JSON.stringify(row))),
    });
    expect(await select('SELECT id, member_id, tokens, cost_micros FROM ai_usage')).toEqual([
      { id: 'u1', member_id: null, tokens: 7, cost_micros: 100_000 },
      { id: 'u2', member_id: null, tokens: 7, cost_micros: 100_000 },
      { id: 'u3', member_id: null, tokens: 7, cost_micros: 1 },
    ]);
    expect(await select('SELECT is_active FROM members ORDER BY id')).toEqual(
      [1, 0, 1, 0, 1].map((is_active) => ({ is_active })),
    );
  });

  test('characters and quoted fields may fall on the borders of what is read at once', async () => {
    const name = `${'é'.repeat(150_001)}\n"${'🙂'.repeat(70_003)}"`;
    const csvName = name.replaceAll('"', '""');
    await folder.import({
      'organizations.csv': lines('id,name,timezone', 'o1,One,UTC'),
      'members.csv': `id,org_id,name\nm1,o1,"${csvName}"\nm2,o1,Ada\n`,
    });
    expect(await select('SELECT name FROM members ORDER BY id')).toEqual([
      { name },
      { name: 'Ada' },
    ]);
  });

  test('a CSV file of a header alone and an empty NDJSON file hold no rows', async () => {
    const result = await folder.import({
      'teams.csv': 'id,org_id,name\n',
      'members.ndjson': '',
    });
    expect(result.map(({ table, rows }) => [table, rows])).toEqual([
      ['teams', 0],
      ['members', 0],
    ]);
  });

  test('other files are left alone', async () => {
    await folder.import({
      'README.md': '# Data',
      '.hidden.csv': 'x',
      'calls.csv.bak': 'x',
      'organizations.csv': lines('id,name,timezone', 'o1,One,UTC'),
    });
    expect(await select('SELECT id FROM organizations')).toEqual([{ id: 'o1' }]);
  });
});

describe('the course of an import', () => {
  test('is told by file, in the order of the tables', async () => {
    const seen: FileProgress[] = [];
    const filler = Array.from({ length: 4500 }, (_, index) => `c${index},o1`);
    const result = await folder.import(
      {
        'contacts.csv': lines('id,org_id', ...filler),
        'organizations.csv': lines('id,name,timezone', 'o1,One,UTC'),
      },
      { onProgress: (progress) => seen.push(progress) },
    );
    expect(seen.map(({ file, rows, isDone }) => [file, rows, isDone])).toEqual([
      ['organizations.csv', 1, false],
      ['organizations.csv', 1, true],
      ['contacts.csv', 2000, false],
      ['contacts.csv', 4000, false],
      ['contacts.csv', 4500, false],
      ['contacts.csv', 4500, true],
    ]);
    expect(result).toEqual([
      { table: 'organizations', file: 'organizations.csv', rows: 1, removed: 0, isDone: true },
      { table: 'contacts', file: 'contacts.csv', rows: 4500, removed: 0, isDone: true },
    ]);
  });

  test('is invisible to readers until it is done', async () => {
    const seen: Promise<unknown>[] = [];
    await folder.import(directory, {
      onProgress: () => seen.push(select('SELECT COUNT(*) AS n FROM organizations')),
    });
    for (const rows of await Promise.all(seen)) expect(rows).toEqual([{ n: 0 }]);
    expect(await select('SELECT COUNT(*) AS n FROM organizations')).toEqual([{ n: 2 }]);
  });

  test('leaves statistics for the planner', async () => {
    await folder.import(directory);
    const analyzed = await select('SELECT DISTINCT tbl FROM sqlite_stat1 ORDER BY tbl');
    expect(analyzed).toContainEqual({ tbl: 'contacts' });
  });
});
