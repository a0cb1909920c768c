import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createApp, createTokenVerifier, openSqlite } from '@inlay/server';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen } from '../crm/server.mjs';

const secret = 'x'.repeat(32);
/** Half past two in the afternoon of a Wednesday in Kathmandu, where the week has no other clock. */
const now = Date.parse('2026-03-18T08:45:00Z');

const tables = {
  organizations: 'id,name,timezone\nacme,Acme,Asia/Kathmandu',
  contacts: 'org_id,id,name\nacme,c1,Ada\nacme,c2,',
  phones: 'org_id,id,label\nacme,p1,Main line',
  calls: `org_id,id,direction,status,started_at,duration_secs
acme,a,inbound,completed,2026-03-17T18:20:00Z,3600
acme,b,inbound,no_answer,2026-03-18T01:00:00Z,
acme,c,inbound,completed,2026-03-12T01:00:00Z,65
acme,before,inbound,completed,2026-03-10T01:00:00Z,65`,
  messages: `org_id,id,contact_id,phone_id,channel,direction,status,created_at
acme,m1,c1,p1,sms,inbound,received,2026-03-18T04:00:00Z
acme,m2,c2,p1,email,inbound,received,2026-03-17T04:00:00Z
acme,m3,c1,p1,sms,inbound,received,2026-03-13T04:00:00Z
acme,m4,c1,p1,sms,outbound,delivered,2026-03-13T04:01:30Z`,
};

let folder: string;
let url: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-report-'));
  await mkdir(join(folder, 'tables'));
  for (const [table, text] of Object.entries(tables)) {
    await writeFile(join(folder, 'tables', `${table}.csv`), text);
  }
  const database = join(folder, 'inlay.db');
  const main = resolve(import.meta.dirname, '../../packages/server/dist/main.js');
  await promisify(execFile)(process.execPath, [
    main,
    'import',
    join(folder, 'tables'),
    '--db',
    database,
  ]);
  const store = await openSqlite(database);
  const clock = () => now;
  const app = createApp({ store, clock, verify: createTokenVerifier({ secret }, clock) });
  const listening = await listen(app as never, 0);
  url = listening.url;
  stop = () => listening.close().then(() => store.close());
});
afterAll(async () => {
  await stop?.();
  await rm(folder, { recursive: true });
});

const tokenOf = (role?: 'org_owner') =>
  new SignJWT({ org: 'acme', permissions: [], ...(role && { role }) })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('inlay')
    .setAudience('inlay')
    .setSubject('m1')
    .setIssuedAt(now / 1000)
    .setExpirationTime(now / 1000 + 600)
    .sign(new TextEncoder().encode(secret));

const report = async (env: Record<string, string>, ...parameters: string[]) => {
  const script = join(import.meta.dirname, 'report.mjs');
  return promisify(execFile)(process.execPath, [script, ...parameters], { env });
};

test('prints the week of the organization, in its zone and in columns', async () => {
  const env = { INLAY_URL: url, INLAY_TOKEN: await tokenOf('org_owner') };
  const { stdout, stderr } = await report(env, '--waiting', '3');
  expect(stderr).toBe('');
  expect(stdout).toBe(`12 March 2026 to 18 March 2026, the whole organization
As of Wed 18 Mar, 14:30 in Asia/Kathmandu; changes against the seven days before

Calls                      3    +200.0 %
Talk time          1 h 1 min   +5538.5 %
Average call     30 min 33 s   +2719.2 %
Messages                   4
Delivery rate        100.0 %
First response    1 min 30 s
Response rate         33.3 %
Unanswered                 2
To-dos                     0

Day          Calls   Connected   Talk time   SMS   Email   Other
Thu 12 Mar       1           1   1 min 5 s     0       0       0
Fri 13 Mar       0           0         0 s     2       0       0
Sat 14 Mar       0           0         0 s     0       0       0
Sun 15 Mar       0           0         0 s     0       0       0
Mon 16 Mar       0           0         0 s     0       0       0
Tue 17 Mar       0           0         0 s     0       1       0
Wed 18 Mar       2           1   1 h 0 min     1       0       0

Waiting for a reply, newest first
Wed 18 Mar, 09:45   Ada   sms     Main line
Tue 17 Mar, 09:45   c2    email   Main line
`);
});

test('lists nobody when nobody is asked for', async () => {
  const env = { INLAY_URL: url, INLAY_TOKEN: await tokenOf('org_owner') };
  expect((await report(env, '--waiting', '0')).stdout).not.toContain('Waiting');
});

test('says why there is no report, and fails', async () => {
  const env = { INLAY_URL: url, INLAY_TOKEN: await tokenOf() };
  await expect(report(env)).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^No report: .+ \(request [\w-]+\)\n$/),
  });
  await expect(report({ INLAY_URL: url })).rejects.toMatchObject({
    code: 1,
    stderr: 'No report: INLAY_TOKEN is not set\n',
  });
});
