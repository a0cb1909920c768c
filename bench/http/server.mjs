import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { SignJWT } from 'jose';
import { NOW } from '../world/calendar.mjs';
import { readers } from '../world/world.mjs';

const LIFE_SECS = 3600;
const main = join(import.meta.dirname, '../../packages/server/dist/main.js');
const inside = pathToFileURL(join(import.meta.dirname, 'inside.mjs')).href;

/** A process of `inlay serve` over a database, whose clock starts at the end of the world. */
export class Served {
  #child;
  #secret;
  #startedAt = performance.now();
  url = '';

  /** @returns {Promise<Served>} when it listens */
  static async start(file) {
    const served = new Served();
    served.#secret = randomBytes(32).toString('hex');
    // A line for every request, as in operation.
    const log = openSync(`${file}.log`, 'w');
    served.#child = fork(main, ['serve', '--db', file, '--port', '0'], {
      execArgv: ['--import', inside],
      env: {
        ...process.env,
        INLAY_JWT_SECRET: served.#secret,
        INLAY_DRAIN_SECS: '0',
        BENCH_NOW: String(NOW),
      },
      stdio: ['ignore', 'pipe', log, 'ipc'],
    });
    closeSync(log);
    served.url = await served.#address();
    return served;
  }

  /** The headers by which a reader asks. */
  async headersOf(reader) {
    const { orgId, memberId, permissions } = readers[reader];
    const iat = Math.floor((NOW + performance.now() - this.#startedAt) / 1000);
    const token = await new SignJWT({ org: orgId, permissions })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer('inlay')
      .setAudience('inlay')
      .setSubject(memberId)
      .setIssuedAt(iat)
      .setExpirationTime(iat + LIFE_SECS)
      .sign(Buffer.from(this.#secret));
    return { Authorization: `Bearer ${token}` };
  }

  /** Forgets how long its event loop was held so far. */
  resetLoopDelay() {
    return this.#ask('reset');
  }

  /** @returns {Promise<{ p50: number, p99: number, max: number }>} ms since the last reset */
  loopDelay() {
    return this.#ask('read');
  }

  async stop() {
    this.#child.kill('SIGTERM');
    if (this.#child.exitCode === null) await once(this.#child, 'exit');
  }

  async #ask(question) {
    const answered = once(this.#child, 'message');
    this.#child.send(question);
    const [{ answer }] = await answered;
    return answer;
  }

  async #address() {
    const gone = once(this.#child, 'exit').then(([code]) => {
      throw new Error(`inlay serve ended with exit code ${code} before it listened`);
    });
    const said = once(createInterface(this.#child.stdout), 'line');
    const [line] = await Promise.race([said, gone]);
    return line.replace('listening on ', '');
  }
}
