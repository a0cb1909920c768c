import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Io } from './command.js';
import { loggerOf } from './logger.js';

const NOW = Date.parse('2026-03-30T10:00:00Z');

function logging(env: Io['env'] = {}, clock = () => NOW) {
  const written: string[] = [];
  const io = { env, clock, err: (text: string) => void written.push(text) };
  return { log: loggerOf(io as Io), written };
}

test('what is logged in one turn of the event loop is written at once, a line each', async () => {
  const { log, written } = logging();
  log({ level: 'info', message: 'request', status: 200 });
  log({ level: 'error', message: 'reads wait to be written' });
  expect(written).toEqual([]);
  await nextTurn();
  const time = '2026-03-30T10:00:00.000Z';
  expect(
    written.map((text) =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ),
  ).toEqual([
    [
      { level: 'info', time, status: 200, msg: 'request' },
      { level: 'error', time, msg: 'reads wait to be written' },
    ],
  ]);
  log({ level: 'info', message: 'request', status: 304 });
  await nextTurn();
  expect(written).toHaveLength(2);
});

test('the level is the least that is written', async () => {
  const { log, written } = logging({ INLAY_LOG_LEVEL: 'error' });
  log({ level: 'info', message: 'request' });
  await nextTurn();
  expect(written).toEqual([]);
});

test('each line has the instant at which it was logged, wherever the clock goes', async () => {
  const instants = [NOW, NOW, NOW + 1, NOW, NOW - 3_600_000];
  let now = 0;
  const { log, written } = logging({}, () => now);
  for (now of instants) log({ level: 'info', message: 'request' });
  await nextTurn();
  const lines = written.join('').trimEnd().split('\n');
  expect(lines.map((line) => Date.parse(JSON.parse(line).time))).toEqual(instants);
});
