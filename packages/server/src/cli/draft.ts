import { existsSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CommandFailed } from './command.js';

/**
 * Has a new database made beside `file`; it gets its name when `work` is done, and nothing is left
 * of it when that fails.
 * @throws {CommandFailed} when something else has that name by then.
 */
export async function asDraft<Result>(
  file: string,
  work: (draft: string) => Promise<Result>,
): Promise<Result> {
  const draft = `${file}.${process.pid}.part`;
  try {
    const result = await work(draft);
    await giveName(draft, file);
    return result;
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) await rm(draft + end, { force: true });
  }
}

/** A link never takes the place of another file; where the disk has no links, a look must do. */
async function giveName(draft: string, file: string): Promise<void> {
  await onDisk(draft);
  try {
    await link(draft, file);
  } catch (error) {
    if (existsSync(file)) {
      const message = `${file} was made by something else meanwhile and is left as it is`;
      throw new CommandFailed(message, { cause: error });
    }
    await rename(draft, file);
  }
  await onDisk(dirname(file));
}

/** Waits until a file, or the names in a folder, would survive a power cut. */
async function onDisk(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
