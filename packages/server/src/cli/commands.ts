import type { Command } from './command.js';
import { importCommand } from './import.js';
import { seedCommand } from './seed.js';
import { serveCommand } from './serve.js';
import { tokenCommand } from './token.js';

/** Every command of `inlay`, by name. */
export const commands: ReadonlyMap<string, Command> = new Map([
  ['import', importCommand],
  ['seed', seedCommand],
  ['serve', serveCommand],
  ['token', tokenCommand],
]);
