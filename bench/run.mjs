import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { measureAnswers } from './answers.mjs';
import { measureCommand } from './commands.mjs';
import { Disagreement } from './compare.mjs';
import { copyDatabase, removeDatabase } from './database.mjs';
import { measureDisk } from './disk.mjs';
import { duckdbVersion, openDuckdb } from './duckdb/engine.mjs';
import { measureIngest } from './http/ingest.mjs';
import { measureServing } from './http/serving.mjs';
import { stopwatch } from './measure.mjs';
import { optionsFrom, sizes as eventsOf, usage, WrongOption } from './options.mjs';
import { prepare } from './prepare.mjs';
import { questions, titleOf } from './questions.mjs';
import { machineOf } from './report/machine.mjs';
import { writeReport } from './report/report.mjs';

const root = dirname(import.meta.dirname);
const resultsFile = join(root, '.cache/bench/results.json');
const eventTables = ['calls', 'messages', 'todos', 'text_agent_suggestions', 'ai_usage'];

async function step(words, work) {
  console.log(`${words} …`);
  const { result, secs } = await stopwatch(work);
  console.log(`  ${secs.toFixed(1)} s`);
  return result;
}

/** A step without which the rest still tells something: what went wrong stands in the report. */
const part = (words, work) =>
  step(words, async () => {
    try {
      return await work();
    } catch (error) {
      console.error(error);
      return { missing: `failed: ${error.message}` };
    }
  });

/** Everything but the answers is measured at the largest size alone. */
async function measureSize(size, isLargest) {
  const prepared = await step(`${size}: making and importing the world`, () => prepare(root, size));
  const { files, imported } = prepared;
  const answers = await step(`${size}: asking ${questions.length} questions of three engines`, () =>
    measureAnswers(files, (question) => console.log(`  ${titleOf(question)}`)),
  );
  const events = eventTables.reduce((sum, table) => sum + imported.rows[table], 0);
  const result = { ...prepared, files: undefined, answers, rows: { ...imported.rows, events } };
  if (!isLargest) return result;
  return {
    ...result,
    disk: await part(`${size}: sizes on disk`, () => measureDisk(files.inlay)),
    serving: await part(`${size}: serving`, () => measureServing(files.inlay)),
    ...(await measureWriting(size, files)),
  };
}

/** In a copy, so that the answers stay what they were. */
async function measureWriting(size, { cache, inlay }) {
  const live = join(cache, 'live.db');
  copyDatabase(inlay, live);
  try {
    const contacts = Math.ceil(eventsOf[size] / 50);
    return {
      ingest: await part(`${size}: taking in rows`, () => measureIngest(live, contacts)),
      verify: await part(`${size}: verifying`, () => measureCommand('verify', live)),
      rebuild: await part(`${size}: rebuilding`, () => measureCommand('rebuild', live)),
    };
  } finally {
    removeDatabase(live);
  }
}

async function versionOfDuckdb() {
  const engine = await openDuckdb(':memory:');
  try {
    return await duckdbVersion(engine);
  } finally {
    engine.close();
  }
}

async function measure({ sizes, only }) {
  const results = {
    command: `npm run bench -- --${only === undefined ? 'size' : 'only'} ${sizes.at(-1)}`,
    date: new Date().toISOString().slice(0, 10),
    machine: machineOf(await versionOfDuckdb()),
    largest: sizes.at(-1),
    sizes: {},
  };
  for (const size of sizes) {
    results.sizes[size] = await measureSize(size, size === results.largest);
  }
  writeFileSync(resultsFile, JSON.stringify(results));
  return results;
}

/** Makes what runs of these sizes need; they use it again. */
async function makeReady({ sizes }) {
  for (const size of sizes) {
    await step(`${size}: making and importing the world`, () => prepare(root, size));
  }
}

async function main() {
  const options = optionsFrom(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    return;
  }
  if (options.prepare) {
    await makeReady(options);
    return;
  }
  const results = options.report
    ? JSON.parse(readFileSync(resultsFile, 'utf8'))
    : await measure(options);
  const out = join(root, options.out);
  await writeReport(out, results);
  console.log(`Written to ${join(options.out, 'benchmarks.md')}`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof WrongOption || error instanceof Disagreement)) throw error;
  console.error(error.message);
  if (error instanceof WrongOption) console.error(`\n${usage}`);
  process.exitCode = 1;
}
