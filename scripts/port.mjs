import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that a command cannot serve at; the message says what to do. */
export class PortRefused extends Error {}

/**
 * Says why a command cannot serve at a port, and how to choose another.
 * @param {number} port
 * @param {NodeJS.ErrnoException} error
 * @param {string} command as it is typed
 */
export const refusal = (port, error, command) =>
  new PortRefused(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is taken. Stop what runs there, or choose another: PORT=${port + 1} ${command}`
      : `Port ${port} cannot be used: ${error.message}. Choose another: PORT=8788 ${command}`,
  );

/**
 * The port that PORT names, 8787 unless it is set. Asked before the work begins, so that nobody
 * waits for a build that cannot be served.
 * @param {string} command as it is typed
 * @throws {PortRefused} when it is no port, or cannot be listened at
 */
export async function freePort(command, text = process.env.PORT ?? '8787') {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new PortRefused(`PORT is ${JSON.stringify(text)}; a number from 0 to 65535 is needed`);
  }
  const port = Number(text);
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch (error) {
    throw refusal(port, error, command);
  }
  probe.close();
  await once(probe, 'close');
  return port;
}
