import { openSqlite } from '../packages/server/dist/store/sqlite/sqlite-store.js';
import { assertSame } from './compare.mjs';
import { openDuckdb } from './duckdb/engine.mjs';
import { answerInlay, scopeOf } from './inlay.mjs';
import { stopwatch, timed, timingOf } from './measure.mjs';
import { questions } from './questions.mjs';
import { answerRaw, waysToAnswer } from './raw/answer.mjs';
import { dialects } from './raw/conditions.mjs';
import { openRaw } from './raw/sqlite.mjs';

/**
 * How long each engine may be asked the same thing. Inlay gets enough runs for a 95th percentile;
 * the others, which may need half a minute for one, a few.
 */
const patience = {
  inlay: { budgetMs: 1500, least: 5, most: 200 },
  raw: { budgetMs: 600, least: 3, most: 50 },
};

/** An answer that takes so long is not asked for again: its first run stands. */
const LONG_MS = 3000;

/**
 * Asks every question of all three engines, one after the other, holds the answers to one another
 * and times them. The first answer of each warms it up and is not counted, unless it takes long.
 * @returns {Promise<object[]>} a row for each question, with a timing for each engine
 */
export async function measureAnswers({ inlay, raw, duckdb }, onQuestion) {
  const store = await openSqlite(inlay);
  const engines = { sqlite: openRaw(raw), duckdb: await openDuckdb(duckdb) };
  const rows = [];
  try {
    for (const question of questions) {
      onQuestion(question);
      rows.push(await measureQuestion(question, store, engines));
    }
    return rows;
  } finally {
    for (const engine of Object.values(engines)) engine.close();
    await store.close();
  }
}

async function measureQuestion(question, store, engines) {
  const { name, reader, range, slice } = question;
  const scope = await scopeOf(store, reader);
  const expected = await answerInlay(store, question);
  const row = { name, path: slice.path, slice: slice.name, reader, range };
  row.inlay = await timed(() => answerInlay(store, question), patience.inlay);
  for (const [engine, { ask }] of Object.entries(engines)) {
    const dialect = dialects[engine];
    const answer = (way) => answerRaw(ask, question, scope, dialect, way);
    const ways = Array.from({ length: waysToAnswer(question, dialect) }, (_, way) => way);
    const timings = [];
    for (const way of ways) {
      const { result, secs } = await stopwatch(() => answer(way));
      assertSame(question, engine, expected, result);
      const ms = secs * 1000;
      timings.push(ms > LONG_MS ? timingOf([ms]) : await timed(() => answer(way), patience.raw));
    }
    row[engine] = timings.reduce((best, timing) => (timing.p50 < best.p50 ? timing : best));
  }
  return row;
}
