import { pino } from 'pino';
import type { Log } from '../http/request-log.js';
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
      timestamp: () => `,"time":"${new Date(clock()).toISOString()}"`,
    },
    { write: gathered(err) },
  );
  return ({ level, message, ...fields }) => logger[level](fields, message);
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
