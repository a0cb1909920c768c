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

/** What changes when the generator does. */
function generatorHash() {
  const hash = createHash('sha256');
  const folder = join(here, 'world');
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

/** The folder of a world of a size, written when it is not there yet. */
function worldFolder(cache, size) {
  const folder = join(cache, 'world');
  const stamp = join(folder, '.generator');
  const wanted = generatorHash();
  const isThere = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (!isThere) {
    rmSync(folder, { recursive: true, force: true });
    writeWorld(folder, sizes[size]);
    writeFileSync(stamp, wanted);
  }
  return folder;
}

/** Everything that is asked about one size, each in a file of its own. */
export async function prepare(root, size) {
  const cache = join(root, '.cache/bench', size);
  mkdirSync(cache, { recursive: true });
  const files = {
    cache,
    inlay: join(cache, 'inlay.db'),
    raw: join(cache, 'raw.db'),
    duckdb: join(cache, 'world.duckdb'),
  };
  const world = await stopwatch(() => worldFolder(cache, size));
  const imported = await importWorld(world.result, files.inlay);
  copyDatabase(files.inlay, files.raw);
  const indexed = await stopwatch(() => indexForRaw(files.raw));
  removeDatabase(files.duckdb);
  const duckdb = await openDuckdb(files.duckdb);
  const loaded = await stopwatch(() => loadWorld(duckdb.connection, world.result));
  duckdb.close();
  return { files, imported, indexSecs: indexed.secs, duckdbLoadSecs: loaded.secs };
}
