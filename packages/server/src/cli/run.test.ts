import { decodeProtectedHeader, jwtVerify } from 'jose';
import { writeFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTokenVerifier } from '../access/token.js';
import { openSqlite } from '../store/sqlite/sqlite-store.js';
import { run } from './run.js';

const NOW = Date.parse('2026-03-15T12:00:00Z');
const SECRET = 'a secret of the tests, long enough for HS256';

let folder: string;
let db: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-cli-'));
  db = join(folder, 'test.db');
});

afterEach(() => rm(folder, { recursive: true }));

/** Runs a command line with a clock that moves on by 100 ms whenever it is read. */
async function inlay(
  args: readonly string[],
  {
    env = {},
    isTerminal = false,
    onOutput = () => {},
  }: { env?: Record<string, string>; isTerminal?: boolean; onOutput?: () => void } = {},
) {
  let [out, err, now] = ['', '', NOW - 100];
  const code = await run(args, {
    env,
    isTerminal,
    untilStopped: () => Promise.resolve(),
    clock: () => (now += 100),
    out: (text) => (out += text),
    err: (text) => {
      err += text;
      onOutput();
    },
  });
  return { code, out, err };
}

async function rowsIn<Row>(sql: string): Promise<Row[]> {
  const store = await openSqlite(db);
  try {
    return await store.read((tx) => tx.all<Row>(sql));
  } finally {
    await store.close();
  }
}

describe('inlay', () => {
  test('--version prints the version of the package', async () => {
    expect(await inlay(['--version'])).toEqual({ code: 0, out: '0.1.0\n', err: '' });
  });

  test('--help lists the commands', async () => {
    const { code, out, err } = await inlay(['--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Usage: inlay COMMAND …\n/);
    for (const name of ['import', 'seed', 'token'])
      expect(out).toMatch(new RegExp(`^  ${name} +\\w`, 'm'));
  });

  test('without a command, or with an unknown one, it is used wrongly', async () => {
    const { out: help } = await inlay(['--help']);
    expect(await inlay([])).toEqual({ code: 2, out: '', err: help });
    expect(await inlay(['improt', 'data'])).toEqual({
      code: 2,
      out: '',
      err: `inlay: "improt" is no command\n\n${help}`,
    });
  });

  test.each(['import', 'seed', 'token'])(
    '%s --help says how it is used, and does nothing',
    async (name) => {
      const { code, out, err } = await inlay([name, '--db', db, '-h']);
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(new RegExp(`^Usage: inlay ${name} `));
      await expect(rowsIn('SELECT id FROM organizations')).resolves.toEqual([]);
    },
  );

  test.each<[string[], string]>([
    [['import', 'data'], '--db FILE is needed'],
    [['import', '--db', 'x.db'], 'DIR is needed'],
    [['import', 'a', 'b', '--db', 'x.db'], '"b" is one argument too many'],
    [['import', 'a', '--db', 'x.db', '--dry'], "Unknown option '--dry'"],
    [['import', 'a', '--db'], "Option '--db <value>' argument missing"],
    [['import', 'a', '--db', ''], '--db FILE is needed'],
    [['import', 'a', '--db', 'x.db', '--db', 'y.db'], '--db is given twice'],
    [
      ['import', 'a', '--db', 'x.db', '--replace', 'agents'],
      '--replace "agents" is not one of organizations, teams, members, team_members, phones, ' +
        'phone_assignments, contacts, calls, messages, todos, text_agent_suggestions, plans, ' +
        'plan_contacts, ai_usage',
    ],
    [['seed'], '--db FILE is needed'],
    [['seed', 'x.db', '--db', 'x.db'], '"x.db" is one argument too many'],
    [['seed', '--db', 'x.db', '--seed', '-1'], "Option '--seed' argument is ambiguous"],
    [
      ['seed', '--db', 'x.db', '--seed', '1.5'],
      '--seed "1.5" is not a whole number from 0 to 999999999',
    ],
    [
      ['seed', '--db', 'x.db', '--org', 'a b'],
      '--org "a b" is not an id: 1–64 printable ASCII characters without space',
    ],
    [['token', '--sub', 'm1'], '--org ID is needed'],
    [['token', '--org', 'o1'], '--sub MEMBER is needed'],
    [
      ['token', '--org', 'o1', '--sub', 'm1', '--role', 'admin'],
      '--role "admin" is not one of super_admin, org_owner',
    ],
    [
      ['token', '--org', 'o1', '--sub', 'm1', '--permission', 'All'],
      '--permission "All" is not one of Dashboard:Instance:ViewOrg, Dashboard:Instance:ViewTeam, ' +
        'Dashboard:Instance:ViewOwn, Ingest:Write',
    ],
    [
      ['token', '--org', 'o1', '--sub', 'm1', '--ttl', '3601'],
      '--ttl "3601" is not a whole number from 1 to 3600',
    ],
  ])('%j is used wrongly', async (args, message) => {
    expect(await inlay(args, { env: { INLAY_JWT_SECRET: SECRET } })).toEqual({
      code: 2,
      out: '',
      err: `inlay ${args[0]}: ${message}\nTry: inlay ${args[0]} --help\n`,
    });
  });
});

describe('inlay import', () => {
  beforeEach(async () => {
    await writeFile(join(folder, 'organizations.csv'), 'id,name,timezone\no1,One,UTC\n');
    await writeFile(join(folder, 'teams.csv'), 'id,org_id,name\nt1,o1,Support\nt2,o1,Sales\n');
  });

  test('tells what it has done, file by file', async () => {
    expect(await inlay(['import', folder, '--db', db])).toEqual({
      code: 0,
      out: 'imported 3 rows from 2 files in 0.7 s\n',
      err:
        'organizations: 1 row, 3 rows/s (organizations.csv)\n' +
        'teams: 2 rows, 10 rows/s (teams.csv)\n',
    });
    expect(await rowsIn('SELECT id FROM teams ORDER BY id')).toEqual([{ id: 't1' }, { id: 't2' }]);
  });

  test('moves one line of a terminal, and ends it with each file', async () => {
    const { err } = await inlay(['import', folder, '--db', db], { isTerminal: true });
    const shown = err.split('\n').map((line) => line.split('\r').map((part) => part.trimEnd()));
    expect(shown).toEqual([
      [
        '',
        'organizations: 1 row, 5 rows/s (organizations.csv) …',
        'organizations: 1 row, 3 rows/s (organizations.csv)',
      ],
      ['', 'teams: 2 rows, 20 rows/s (teams.csv) …', 'teams: 2 rows, 10 rows/s (teams.csv)'],
      [''],
    ]);
  });

  test('replaces the tables that it is told to', async () => {
    await inlay(['import', folder, '--db', db]);
    await writeFile(join(folder, 'teams.csv'), 'id,org_id,name\nt2,o1,Sales\n');
    const { code, out, err } = await inlay(['import', folder, '--db', db, '--replace', 'teams']);
    expect(code).toBe(0);
    expect(out).toBe('imported 2 rows from 2 files, removed 1 in 0.7 s\n');
    expect(err).toMatch('teams: 1 row, 1 removed, ');
    expect(await rowsIn('SELECT id FROM teams')).toEqual([{ id: 't2' }]);
  });

  test('says where a file is wrong, and fails', async () => {
    await writeFile(join(folder, 'teams.csv'), 'id,org_id,name\nt1,o2,Support\n');
    const { code, out, err } = await inlay(['import', folder, '--db', db]);
    expect([code, out]).toEqual([1, '']);
    expect(err.split('\n').slice(1)).toEqual([
      'teams.csv:2: org_id: there is no organization "o2"',
      '',
    ]);
  });

  test('leaves nothing behind that was not there before it failed', async () => {
    await writeFile(join(folder, 'teams.csv'), 'id,org_id,name\nt1,o2,Support\n');
    const before = await readdir(folder);
    expect((await inlay(['import', folder, '--db', db])).code).toBe(1);
    expect(await readdir(folder)).toEqual(before);
    await writeFile(join(folder, 'teams.csv'), 'id,org_id,name\n');
    expect((await inlay(['import', folder, '--db', db])).code).toBe(0);
    expect(await readdir(folder)).toEqual([...before, 'test.db'].sort());
  });

  test('leaves a database alone that was made meanwhile', async () => {
    const make = () => writeFileSync(db, 'of somebody else');
    const { code, out, err } = await inlay(['import', folder, '--db', db], { onOutput: make });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(`${db} was made by something else meanwhile and is left as it is\n`);
    expect(await readFile(db, 'utf8')).toBe('of somebody else');
    expect((await readdir(folder)).sort()).toEqual(['organizations.csv', 'teams.csv', 'test.db']);
  });

  test('says which database it cannot open, and fails', async () => {
    await writeFile(db, 'no database'.repeat(100));
    expect(await inlay(['import', folder, '--db', db])).toEqual({
      code: 1,
      out: '',
      err: `cannot open ${db}: file is not a database\n`,
    });
    const nowhere = join(folder, 'missing', 'test.db');
    expect(await inlay(['import', folder, '--db', nowhere])).toEqual({
      code: 1,
      out: '',
      err: `cannot open ${nowhere}: Cannot open database because the directory does not exist\n`,
    });
  });
});

describe('inlay seed', () => {
  test('writes an organization of the given id', async () => {
    const { code, out, err } = await inlay(['seed', '--db', db, '--org', 'acme', '--seed', '7']);
    expect(code).toBe(0);
    const [{ rows } = { rows: 0 }] = await rowsIn<{ rows: number }>(
      "SELECT COUNT(*) AS rows FROM messages WHERE org_id = 'acme'",
    );
    expect(rows).toBeGreaterThan(0);
    expect(err).toContain(`messages: ${rows.toLocaleString('en-US')} rows\n`);
    expect(out).toMatch(/^wrote [\d,]+ rows\n$/);
    expect(await rowsIn('SELECT id FROM organizations')).toEqual([{ id: 'acme' }]);
  });
});

describe('inlay token', () => {
  const env = { INLAY_JWT_SECRET: SECRET };
  const claimsOf = async (token: string, expected: { issuer?: string; audience?: string } = {}) => {
    const key = new TextEncoder().encode(SECRET);
    const { payload } = await jwtVerify(token.trim(), key, {
      algorithms: ['HS256'],
      currentDate: new Date(NOW),
      ...expected,
    });
    return payload;
  };

  test('prints nothing but a token that lives 15 minutes', async () => {
    const { code, out, err } = await inlay(['token', '--org', 'o1', '--sub', 'm1'], { env });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(decodeProtectedHeader(out.trim())).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(await claimsOf(out)).toEqual({
      iss: 'inlay',
      aud: 'inlay',
      org: 'o1',
      sub: 'm1',
      permissions: [],
      jti: expect.stringMatching(/^[\w-]{36}$/),
      iat: NOW / 1000,
      exp: NOW / 1000 + 900,
    });
  });

  test('carries role, permissions, life, issuer and audience', async () => {
    const args = ['--role', 'org_owner', '--permission', 'Ingest:Write', '--ttl', '3600'];
    const view = ['--permission', 'Dashboard:Instance:ViewOwn', '--permission', 'Ingest:Write'];
    const { out } = await inlay(['token', '--org', 'o1', '--sub', 'm1', ...args, ...view], {
      env: { ...env, INLAY_JWT_ISSUER: 'crm', INLAY_JWT_AUDIENCE: 'stats' },
    });
    expect(await claimsOf(out, { issuer: 'crm', audience: 'stats' })).toMatchObject({
      role: 'org_owner',
      permissions: ['Ingest:Write', 'Dashboard:Instance:ViewOwn'],
      exp: NOW / 1000 + 3600,
    });
  });

  test('takes an issuer or audience that is set to nothing as not set', async () => {
    const { out } = await inlay(['token', '--org', 'o1', '--sub', 'm1'], {
      env: { ...env, INLAY_JWT_ISSUER: '', INLAY_JWT_AUDIENCE: '' },
    });
    expect(await claimsOf(out)).toMatchObject({ iss: 'inlay', aud: 'inlay' });
  });

  test('is taken by the server that has the same key', async () => {
    const args = ['--org', 'o1', '--sub', 'm1', '--permission', 'Dashboard:Instance:ViewOrg'];
    const { out } = await inlay(['token', ...args], { env });
    const verify = createTokenVerifier({ secret: SECRET }, () => NOW);
    expect(await verify(out.trim())).toEqual({
      orgId: 'o1',
      memberId: 'm1',
      permissions: ['Dashboard:Instance:ViewOrg'],
      jti: expect.any(String),
    });
  });

  test('carries the rev of its organization', async () => {
    const args = ['--org', 'o1', '--sub', 'm1', '--rev', '3'];
    const { out } = await inlay(['token', ...args], { env });
    expect(await claimsOf(out)).toMatchObject({ rev: 3 });
  });

  test.each<[Record<string, string>, string]>([
    [{}, 'INLAY_JWT_SECRET is not set: no key to sign with\n'],
    [{ INLAY_JWT_SECRET: 'short' }, 'INLAY_JWT_SECRET has 5 bytes; at least 32 are needed\n'],
    [
      { INLAY_JWT_SECRET: 'ü'.repeat(15) },
      'INLAY_JWT_SECRET has 30 bytes; at least 32 are needed\n',
    ],
  ])('needs a key: %j', async (given, message) => {
    expect(await inlay(['token', '--org', 'o1', '--sub', 'm1'], { env: given })).toEqual({
      code: 1,
      out: '',
      err: message,
    });
  });
});
