import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { SECRET } from './reader.js';

const main = resolve(import.meta.dirname, '../../dist/main.js');

/** `inlay serve` as it was built, in a process of its own; disposing of it kills it. */
export interface ServedProcess extends AsyncDisposable {
  readonly url: string;
  /** Ends it by a signal; resolves to its exit code, or the signal that killed it. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | string | null>;
}

/** Resolves when the server listens. */
export async function serveProcess(file: string): Promise<ServedProcess> {
  const child = spawn(process.execPath, [main, 'serve', '--db', file, '--port', '0'], {
    env: { ...process.env, INLAY_JWT_SECRET: SECRET },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal);
    const [code, killedBy] = await ended;
    return code ?? killedBy;
  };
  const url = await Promise.race([firstUrl(child.stdout), ended]);
  const kill = async () => void (await end('SIGKILL'));
  if (typeof url === 'string') return { url, end, [Symbol.asyncDispose]: kill };
  throw new Error(`inlay serve ended before it listened: ${url.join(' ')}`);
}

async function firstUrl(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const url = /^listening on (\S+)$/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  return new Promise(() => {});
}
