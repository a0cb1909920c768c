import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chunksOf } from './row-chunks.js';
import { findTableFiles } from './table-files.js';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'inlay-chunks-'));
});

afterEach(() => rm(dir, { recursive: true }));

/** The lines of each chunk of a file, `FIRST–LAST`. */
async function chunksIn(csv: string): Promise<string[]> {
  await writeFile(join(dir, 'teams.csv'), csv);
  const found: string[] = [];
  for (const file of await findTableFiles(dir)) {
    for await (const { rows, lines } of chunksOf(file, 0)) {
      expect(lines).toHaveLength(rows.length);
      found.push(`${lines[0]}–${lines[lines.length - 1]}`);
    }
  }
  return found;
}

const rows = (count: number, name: string) =>
  `id,org_id,name\n${Array.from({ length: count }, (_, n) => `t${n},o1,${name}\n`).join('')}`;

test('a chunk has 2000 rows', async () => {
  expect(await chunksIn(rows(4500, 'T'))).toEqual(['2–2001', '2002–4001', '4002–4501']);
});

test('a chunk of long rows has those of about 4 MiB', async () => {
  expect(await chunksIn(rows(10, 'x'.repeat(1_100_000)))).toEqual(['2–5', '6–9', '10–11']);
});
