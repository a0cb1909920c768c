import * as fc from 'fast-check';
import { once } from 'node:events';
import type { EventLoopUtilization } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  lines,
  openImportFolder,
  type Files,
  type ImportFolder,
} from '../testing/import-folder.js';
import { anyRows, NOW } from '../testing/random-rows.js';
import { csvOf, ndjsonOf } from '../testing/written-rows.js';
import type * as BuiltThread from './import-thread.js';
import type * as BuiltImport from './import.js';
import { chunksOf, type Chunk } from './row-chunks.js';
import { findTableFiles, type TableFile } from './table-files.js';
import { tableNames } from './tables.js';

// A thread runs what was built; its errors are those of the built modules.
const built = <Module>(name: string): Promise<Module> =>
  import(new URL(`../../dist/ingest/${name}.js`, import.meta.url).href) as Promise<Module>;
const { ImportThread } = await built<typeof BuiltThread>('import-thread');
const { importDirectory } = await built<typeof BuiltImport>('import');

const FULL = process.env['INLAY_TEST_FULL'] === '1';

let folder: ImportFolder;
let workers: Worker[];
const noteWorker = (worker: Worker) => void workers.push(worker);

beforeEach(async () => {
  folder = await openImportFolder(NOW);
  workers = [];
  process.on('worker', noteWorker);
});

afterEach(async () => {
  process.off('worker', noteWorker);
  await folder.close();
});

const written = async (files: Files) => findTableFiles(await folder.write(files));

const organizations = { 'organizations.csv': lines('id,name,timezone', 'o1,One,UTC') };
const contacts = (count: number, end = '') =>
  lines('id,org_id', ...Array.from({ length: count }, (_, n) => `c${n},o1`)) + end;

type Fault = Record<'name' | 'message' | 'reason' | 'place', unknown>;

/** What files give: of each the chunks, and of the last what is wrong with it. */
async function contentsOf(
  files: readonly TableFile[],
  read: (file: TableFile) => AsyncIterable<Chunk>,
): Promise<unknown[]> {
  const found: unknown[] = [];
  try {
    for (const file of files) {
      for await (const { rows, lines, mentioning } of read(file)) {
        found.push([rows, Array.from(lines), Array.from(mentioning)]);
      }
      found.push(file.name);
    }
  } catch (error) {
    const { name, message, reason, place } = error as Fault;
    found.push({ name, message, reason, place });
  }
  return found;
}

async function contentsByThread(files: readonly TableFile[]): Promise<unknown[]> {
  const thread = new ImportThread(files, NOW);
  try {
    return await contentsOf(files, () => thread.chunksOf());
  } finally {
    await thread.close();
  }
}

/** Texts as files, one of them with something put in somewhere, if anything is to be wrong. */
const anyFiles = fc
  .record({
    rows: anyRows,
    end: fc.constantFrom('\n', '\r\n'),
    isCsv: fc.array(fc.boolean(), { minLength: tableNames.length, maxLength: tableNames.length }),
    isGzip: fc.boolean(),
    long: fc.constantFrom(...tableNames),
    fault: fc.option(
      fc.record({
        table: fc.nat(tableNames.length - 1),
        place: fc.double({ min: 0, max: 1, noNaN: true }),
        bytes: fc.constantFrom('"', '\r', '\n', ',', 'x', '\0', '{', '\xff'),
      }),
    ),
  })
  .map(({ rows, end, isCsv, isGzip, long, fault }) => {
    const files = tableNames.map((table, index): [string, Uint8Array] => {
      const times = table === long ? 700 : 1;
      const many = Array.from({ length: times }, () => rows[table]).flat();
      const text = isCsv[index] ? csvOf(table, many, end) : ndjsonOf(many);
      const bytes = Buffer.from(text);
      const at = fault?.table === index ? Math.floor(fault.place * bytes.length) : undefined;
      const wrong = Buffer.from(fault?.bytes ?? '', 'latin1');
      const whole =
        at === undefined
          ? bytes
          : Buffer.concat([bytes.subarray(0, at), wrong, bytes.subarray(at)]);
      const name = `${table}.${isCsv[index] ? 'csv' : 'ndjson'}`;
      return isGzip ? [`${name}.gz`, gzipSync(whole)] : [name, whole];
    });
    return Object.fromEntries(files);
  });

/** Waits until a thread waits. */
async function atRest({ performance }: Worker): Promise<void> {
  for (let before; before === undefined || activeMsSince(before) > 1;) {
    before = performance.eventLoopUtilization();
    await setTimeout(10);
  }
  function activeMsSince(start: EventLoopUtilization): number {
    return performance.eventLoopUtilization(start).active;
  }
}

describe('a thread that reads files', () => {
  test('gives the same rows, lines and faults as reading without it', async () => {
    await fc.assert(
      fc.asyncProperty(anyFiles, async (content) => {
        const files = await written(content);
        expect(await contentsByThread(files)).toEqual(
          await contentsOf(files, (file) => chunksOf(file, NOW)),
        );
      }),
      { numRuns: FULL ? 500 : 10 },
    );
  });

  test('tells what a system refuses', async () => {
    const [file] = await written(organizations);
    const gone = [{ ...file, path: `${file?.path}-gone` } as TableFile];
    const found = await contentsByThread(gone);
    expect(found).toEqual(await contentsOf(gone, (file) => chunksOf(file, NOW)));
    expect(found).toMatchObject([[[], [], []], { message: /^ENOENT: .*organizations\.csv-gone/ }]);
  });

  test('is ahead by a few chunks and no more, across files', async () => {
    const files = await written({ ...organizations, 'contacts.csv': contacts(30_000) });
    const thread = new ImportThread(files, NOW);
    const [worker] = (await once(process, 'worker')) as [Worker];
    let sent = 0;
    worker.on(
      'message',
      ({ kind, chunk }) => (sent += kind === 'chunk' && chunk.lines.length > 0 ? 1 : 0),
    );
    let taken = 0;
    for (const { name } of files) {
      for await (const { rows } of thread.chunksOf()) {
        taken += rows.length > 0 ? 1 : 0;
        while (sent < Math.min(taken + 4, 16)) await once(worker, 'message');
        await atRest(worker);
        expect([name, sent]).toEqual([name, Math.min(taken + 4, 16)]);
      }
    }
    expect(taken).toBe(16);
    await thread.close();
  });

  test('that ends before the files do, or fails, fails the reading', async () => {
    const files = await written({ 'contacts.csv': contacts(30_000) });
    const reading = async (end: (worker: Worker) => void) => {
      const thread = new ImportThread(files, NOW);
      const [worker] = (await once(process, 'worker')) as [Worker];
      for await (const { rows } of thread.chunksOf()) if (rows.length > 0) end(worker);
    };
    await expect(reading((worker) => void worker.terminate())).rejects.toThrow(
      'the thread that reads the files has ended',
    );
    const fault = new Error('out of memory');
    await expect(
      reading((worker) => {
        worker.emit('error', fault);
        void worker.terminate();
      }),
    ).rejects.toBe(fault);
  });
});

describe('an import with such a thread', () => {
  const options = (dir: string) => ({ dir, store: folder.store, clock: () => NOW });

  test('gives the same database, and ends the thread', async () => {
    const files = {
      ...organizations,
      'members.ndjson.gz': gzipSync('{"id":"m1","org_id":"o1","name":"Zoë\\u0001 🙂"}'),
      'contacts.csv': contacts(4500, 'c1,o1\n"c9999",o1\n'),
    };
    await folder.import(files);
    const other = await openImportFolder(NOW);
    try {
      const seen: unknown[] = [];
      const results = await importDirectory({
        ...options(await folder.write(files)),
        store: other.store,
        isOnThread: true,
        onProgress: ({ file, rows }) => seen.push([file, rows]),
      });
      expect(results.map(({ rows }) => rows)).toEqual([1, 1, 4502]);
      expect(seen.slice(-4)).toEqual([2000, 4000, 4502, 4502].map((n) => ['contacts.csv', n]));
      expect(await other.dump()).toEqual(await folder.dump());
    } finally {
      await other.close();
    }
    expect(workers.map(({ threadId }) => threadId)).toEqual([-1]);
  });

  test.each<[string, Files, string]>([
    [
      'what comes first in the file, be it found by the thread or not',
      { 'contacts.csv': contacts(3000, 'c1,o2\n"\n') },
      'contacts.csv:3002: org_id: there is no organization "o2"',
    ],
    [
      'what comes first in the file, be it found by the thread',
      { 'contacts.csv': contacts(3000, 'c 1,o1\nc1,o2\n') },
      'contacts.csv:3002: id: "c 1" is not an id: 1–64 printable ASCII characters without space',
    ],
    [
      'a missing row, when the thread is far ahead',
      { 'contacts.csv': `id,org_id\nc1,o2\n${contacts(30_000).slice(10)}` },
      'contacts.csv:2: org_id: there is no organization "o2"',
    ],
    [
      'the first wrong file',
      { 'teams.csv': 'id,org_id,name\nt1,o2,T\n', 'contacts.csv': '"' },
      'teams.csv:2: org_id: there is no organization "o2"',
    ],
  ])('refuses %s, undoes all, and ends the thread', async (_, files, message) => {
    const before = await folder.dump();
    const dir = await folder.write({ ...organizations, ...files });
    await expect(importDirectory({ ...options(dir), isOnThread: true })).rejects.toMatchObject({
      name: 'ImportError',
      message,
    });
    expect(await folder.dump()).toEqual(before);
    expect(workers.map(({ threadId }) => threadId)).toEqual([-1]);
  });

  test('is one of 4 MiB of files or more', async () => {
    const head = 'id,org_id,name\nc1,o1,';
    const rest = 4 * 1024 * 1024 - (head + organizations['organizations.csv']).length;
    for (const [length, threads] of [
      [rest - 1, 0],
      [rest, 1],
    ] as const) {
      const files = { ...organizations, 'contacts.csv': head + 'x'.repeat(length) };
      await importDirectory(options(await folder.write(files)));
      expect(workers).toHaveLength(threads);
      const found = await folder.store.read((tx) =>
        tx.all('SELECT length(name) AS n FROM contacts'),
      );
      expect(found).toEqual([{ n: length }]);
    }
  });
});
