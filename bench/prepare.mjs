import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyDatabase, importWorld, removeDatabase } from './database.mjs';
import { loadWorld } from './duckdb/load.mjs';
import { openDuckdb } from './duckdb/engine.mjs';
import { stopwatch } from './measure.mjs';
import { sizes } from './options.mjs';
import { indexForRaw } from './raw/sqlite.mjs';
import { writeWorld } from './world/world.mjs';

const here = import.meta.dirname;
const server = join(here, '../packages/server/dist');

/** The sources of the rows, and of the databases that hold them. */
const generator = [join(here, 'world')];
const makers = [
  ...generator,
  join(here, 'raw/sqlite.mjs'),
  join(here, 'duckdb/load.mjs'),
  ...['ingest', 'rollup', 'store/migrations', 'time'].map((folder) => join(server, folder)),
];

/** What changes when one of the sources does. */
function hashOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources) for (const file of filesOf(source)) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function filesOf(path) {
  if (/\.m?js$/.test(path)) return [path];
  return readdirSync(path, { recursive: true })
    .filter((name) => /\.m?js$/.test(name))
    .sort()
    .map((name) => join(path, name));
}

/** The folder of a world of a size, written when it is not there yet. */
function worldFolder(cache, size) {
  const folder = join(cache, 'world');
  const stamp = join(folder, '.generator');
  const wanted = hashOf(generator);
  const isThere = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (!isThere) {
    rmSync(folder, { recursive: true, force: true });
    writeWorld(folder, sizes[size]);
    writeFileSync(stamp, wanted);
  }
  return folder;
}

/**
 * Everything that is asked about one size, each in a file of its own. What an earlier run has made
 * is used again, with the times that it took, unless a source of it has changed since.
 */
export async function prepare(root, size) {
  const cache = join(root, '.cache/bench', size);
  mkdirSync(cache, { recursive: true });
  const files = {
    cache,
    inlay: join(cache, 'inlay.db'),
    raw: join(cache, 'raw.db'),
    duckdb: join(cache, 'world.duckdb'),
  };
  const record = join(cache, 'prepared.json');
  const madeBy = hashOf(makers);
  const earlier = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : undefined;
  if (earlier?.madeBy === madeBy) return { ...earlier, files };
  rmSync(record, { force: true });
  const made = { ...(await makeFiles(files, worldFolder(cache, size))), madeBy, madeOn: today() };
  writeFileSync(record, JSON.stringify(made));
  return { ...made, files };
}

const today = () => new Date().toISOString().slice(0, 10);

async function makeFiles({ inlay, raw, duckdb: duckdbFile }, world) {
  const imported = await importWorld(world, inlay);
  copyDatabase(inlay, raw);
  const indexed = await stopwatch(() => indexForRaw(raw));
  removeDatabase(duckdbFile);
  const duckdb = await openDuckdb(duckdbFile);
  const loaded = await stopwatch(() => loadWorld(duckdb.connection, world));
  duckdb.close();
  return { imported, indexSecs: indexed.secs, duckdbLoadSecs: loaded.secs };
}
