import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { SECRET } from './reader.js';

const main = resolve(import.meta.dirname, '../../dist/main.js');

/** A command of `inlay` as it was built, in a process of its own; disposing of it kills it. */
export interface InlayProcess extends AsyncDisposable {
  /** Its exit code, or the signal that killed it. */
  readonly ended: Promise<number | string | null>;
  /** Ends it by a signal; resolves as `ended` does. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | string | null>;
}

export interface ServedProcess extends InlayProcess {
  readonly url: string;
  /** What it has logged. */
  readonly logged: () => string;
  /** Stops reading what it logs. */
  readonly closeLog: () => void;
}

/** Runs `inlay args…`, saying nothing. */
export const inlayProcess = (args: readonly string[]): InlayProcess =>
  processOf(spawn(process.execPath, [main, ...args], { stdio: 'ignore' }));

/** Runs `inlay serve`, which stops at once when it is told to; resolves when the server listens. */
export async function serveProcess(
  file: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ServedProcess> {
  const child = spawn(process.execPath, [main, 'serve', '--db', file, '--port', '0'], {
    env: { ...process.env, INLAY_JWT_SECRET: SECRET, INLAY_DRAIN_SECS: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const running = processOf(child);
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const url = await Promise.race([firstUrl(child.stdout), running.ended.then(() => undefined)]);
  if (url !== undefined)
    return { ...running, url, logged: () => log, closeLog: () => child.stderr.destroy() };
  throw new Error(`inlay serve ended before it listened: ${log}`);
}

function processOf(child: ChildProcess): InlayProcess {
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  const end = (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  return { ended, end, [Symbol.asyncDispose]: async () => void (await end('SIGKILL')) };
}

async function firstUrl(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const url = /^listening on (\S+)$/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  return new Promise(() => {});
}
