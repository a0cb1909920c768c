import { ImportError } from '../ingest/import-error.js';
import { StoreBusy, StoreFull } from '../store/store.js';
import { CommandFailed, UsageError, type Command, type Io } from './command.js';
import { commands } from './commands.js';
import { version } from './version.js';

/** 0: done; 1: failed; 2: the command line is wrong. */
export type ExitCode = 0 | 1 | 2;

/** Runs the command line `inlay args…`; whatever goes wrong is told on `err`. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h') {
    io.out(help());
    return 0;
  }
  if (name === '--version') {
    io.out(`${version()}\n`);
    return 0;
  }
  const command = name === undefined ? undefined : commands.get(name);
  if (name === undefined || command === undefined) {
    const problem = name === undefined ? '' : `inlay: ${JSON.stringify(name)} is no command\n\n`;
    io.err(`${problem}${help()}`);
    return 2;
  }
  if (asksForHelp(rest)) {
    io.out(command.help);
    return 0;
  }
  return runCommand(name, command, rest, io);
}

async function runCommand(
  name: string,
  command: Command,
  args: readonly string[],
  io: Io,
): Promise<ExitCode> {
  try {
    await command.run(args, io);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`inlay ${name}: ${error.message}\nTry: inlay ${name} --help\n`);
      return 2;
    }
    io.err(`${isExpected(error) ? error.message : unexpected(error)}\n`);
    return 1;
  }
}

const isExpected = (error: unknown): error is Error =>
  [ImportError, StoreBusy, StoreFull, CommandFailed].some((kind) => error instanceof kind);

const unexpected = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end === -1 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h');
}

function help(): string {
  const width = Math.max(...[...commands.keys()].map((name) => name.length));
  const lines = [...commands].map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}\n`);
  return `Usage: inlay COMMAND …\n\nCommands:\n${lines.join('')}\ninlay COMMAND --help says more.\n`;
}
