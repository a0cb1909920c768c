import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { commands } from '../packages/server/dist/cli/commands.js';
import { stopwatch } from './measure.mjs';

const main = join(import.meta.dirname, '../packages/server/dist/main.js');

/**
 * Runs a command of `inlay` over a database.
 * @returns {Promise<{ secs: number } | { missing: string }>} seconds of the whole process
 * @throws {Error} when it fails
 */
export async function measureCommand(name, file) {
  if (!commands.has(name)) return { missing: `inlay ${name} is not in this build` };
  const { result: code, secs } = await stopwatch(async () => {
    const child = spawn(process.execPath, [main, name, '--db', file], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code] = await once(child, 'exit');
    return code;
  });
  if (code !== 0) throw new Error(`inlay ${name} ended with exit code ${code}`);
  return { secs };
}
