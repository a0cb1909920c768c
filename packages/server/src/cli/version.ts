import { readFileSync } from 'node:fs';

/** Oldest Node that runs this package, as `engines` in package.json has it. */
const needed = [22, 12] as const;

/** Version of this package. */
export function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/**
 * Why a Node of this version will not do, as a sentence; `undefined` when it will. On an older one
 * the driver of the database ends the process without a word.
 */
export function complaintAboutNode(nodeVersion: string): string | undefined {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const [neededMajor, neededMinor] = needed;
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return undefined;
  return `inlay needs Node ${needed.join('.')} or newer, this is ${nodeVersion}`;
}
