import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const script = resolve(import.meta.dirname, 'inlay.mjs');

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlay-script-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** Runs the CLI as `npm run inlay -- …` does when it is called in `folder`. */
const inlay = (...args: string[]) =>
  new Promise<{ code: unknown; out: string; err: string }>((done) => {
    const env = { ...process.env, INIT_CWD: folder };
    execFile(process.execPath, [script, ...args], { env }, (error, out, err) =>
      done({ code: error?.code ?? 0, out, err }),
    );
  });

test('paths are relative to where npm was called, and exit codes are passed on', async () => {
  await mkdir(join(folder, 'data'));
  await writeFile(join(folder, 'data', 'organizations.csv'), 'id,name,timezone\no1,One,UTC\n');
  const imported = await inlay('import', 'data', '--db', 'crm.db');
  expect(imported.err).toMatch(/^organizations: 1 row,/);
  expect(imported.out).toMatch(/^imported 1 row from 1 file in \d+\.\d s\n$/);
  expect(imported.code).toBe(0);
  expect(existsSync(join(folder, 'crm.db'))).toBe(true);

  await writeFile(join(folder, 'data', 'organizations.csv'), 'id,name,timezone\no1,One,Mars\n');
  expect(await inlay('import', 'data', '--db', 'crm.db')).toEqual({
    code: 1,
    out: '',
    err: 'organizations.csv:2: timezone: "Mars" is not an IANA time zone name such as Europe/Berlin\n',
  });
  expect((await inlay('import', 'data')).code).toBe(2);
});
