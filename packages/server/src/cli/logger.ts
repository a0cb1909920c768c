import { pino } from 'pino';
import type { Log } from '../http/request-log.js';
import type { Clock } from '../time/clock.js';
import type { Io } from './command.js';
import { wordSetting } from './settings.js';

export const logLevels = ['info', 'error', 'silent'] as const;

/**
 * Writes events to `err`, a line of JSON each, from the level on that the environment says. What is
 * logged in one turn of the event loop is written at once, since a write costs as much as a line.
 */
export function loggerOf({ env, clock, err }: Io): Log {
  const level = wordSetting(env, 'INLAY_LOG_LEVEL', logLevels, 'info');
  const logger = pino(
    {
      level,
      base: null,
      formatters: { level: (label) => ({ level: label }) },
      timestamp: timeField(clock),
    },
    { write: gathered(err) },
  );
  return ({ level, message, ...fields }) => logger[level](fields, message);
}

/** A field with the instant, written out once for all lines of the same ms. */
function timeField(clock: Clock): () => string {
  let writtenAt: number | undefined;
  let field = '';
  return () => {
    const now = clock();
    if (now !== writtenAt) field = `,"time":"${new Date(now).toISOString()}"`;
    writtenAt = now;
    return field;
  };
}

function gathered(write: (text: string) => void): (line: string) => void {
  let held = '';
  const flush = () => {
    const text = held;
    held = '';
    write(text);
  };
  return (line) => {
    if (held === '') setImmediate(flush);
    held += line;
  };
}
