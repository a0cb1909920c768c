import type { Clock } from '../time/clock.js';

/** What a command has of the world outside. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Whether `err` goes to a terminal, where a line can be written over. */
  readonly isTerminal: boolean;
  /** Resolves when the process is told to stop. */
  untilStopped(): Promise<void>;
  /** Writes what was asked for. */
  out(text: string): void;
  /** Writes how it goes, and what went wrong. */
  err(text: string): void;
}

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  /** @throws {UsageError} for wrong arguments; anything else thrown is a failure. */
  run(args: readonly string[], io: Io): Promise<void>;
}

/** The command line is wrong. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A failure whose message says all there is to know. */
export class CommandFailed extends Error {
  override name = 'CommandFailed';
}

/** @throws {CommandFailed} that says what failed and why, in one line. */
export async function asFailure<Result>(
  what: string,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailed(`${what}: ${reason}`, { cause: error });
  }
}
