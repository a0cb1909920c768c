import type { FileProgress } from '../ingest/import.js';
import type { Io } from './command.js';

const TERMINAL_MS = 100;
const LOG_MS = 5000;

/** Shows how an import goes: on a terminal one line that moves, elsewhere a line now and then. */
export class ImportProgress {
  readonly #io: Io;
  #startedAt: number;
  #shownAt: number;

  constructor(io: Io) {
    this.#io = io;
    this.#startedAt = this.#shownAt = io.clock();
  }

  show(progress: FileProgress): void {
    const { clock, err, isTerminal } = this.#io;
    const now = clock();
    const isDue = now - this.#shownAt >= (isTerminal ? TERMINAL_MS : LOG_MS);
    if (!progress.isDone && !isDue) return;
    this.#shownAt = now;
    const line = lineOf(progress, now - this.#startedAt);
    err(isTerminal ? `\r${line.padEnd(78)}${progress.isDone ? '\n' : ''}` : `${line}\n`);
    if (progress.isDone) this.#startedAt = now;
  }
}

function lineOf({ table, file, rows, removed, isDone }: FileProgress, elapsedMs: number): string {
  const gone = removed > 0 ? `, ${count(removed)} removed` : '';
  const rate = elapsedMs > 0 ? `, ${count(Math.round((rows / elapsedMs) * 1000))} rows/s` : '';
  return `${table}: ${count(rows, 'row')}${gone}${rate} (${file})${isDone ? '' : ' …'}`;
}

/** A number of things, with thousands separators: `1 row`, `1,200 rows`. */
export function count(value: number, thing?: string): string {
  const number = value.toLocaleString('en-US');
  if (thing === undefined) return number;
  return `${number} ${thing}${value === 1 ? '' : 's'}`;
}
