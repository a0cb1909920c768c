import type { Command } from './command.js';
import { importCommand } from './import.js';
import { rebuildCommand } from './rebuild.js';
import { revokeCommand } from './revoke.js';
import { seedCommand } from './seed.js';
import { serveCommand } from './serve.js';
import { tokenCommand } from './token.js';
import { verifyCommand } from './verify.js';

/** Every command of `inlay`, by name. */
export const commands: ReadonlyMap<string, Command> = new Map([
  ['import', importCommand],
  ['rebuild', rebuildCommand],
  ['revoke', revokeCommand],
  ['seed', seedCommand],
  ['serve', serveCommand],
  ['token', tokenCommand],
  ['verify', verifyCommand],
]);
