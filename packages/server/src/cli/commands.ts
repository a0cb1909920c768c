import type { Command } from './command.js';
import { backupCommand } from './backup.js';
import { importCommand } from './import.js';
import { rebuildCommand } from './rebuild.js';
import { restoreCommand } from './restore.js';
import { revokeCommand } from './revoke.js';
import { seedCommand } from './seed.js';
import { serveCommand } from './serve.js';
import { tokenCommand } from './token.js';
import { verifyCommand } from './verify.js';

/** Every command of `inlay`, by name. */
export const commands: ReadonlyMap<string, Command> = new Map([
  ['backup', backupCommand],
  ['import', importCommand],
  ['rebuild', rebuildCommand],
  ['restore', restoreCommand],
  ['revoke', revokeCommand],
  ['seed', seedCommand],
  ['serve', serveCommand],
  ['token', tokenCommand],
  ['verify', verifyCommand],
]);
