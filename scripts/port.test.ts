import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from './port.mjs';

let server: Server;
let port: number;
beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => {
  server.close();
});

const taken = (command: string) =>
  `Port ${port} is taken. Stop what runs there, or choose another: PORT=${port + 1} ${command}`;

test('a port that is taken is named, and how to choose another', async () => {
  await expect(freePort('npm run it', String(port))).rejects.toThrow(taken('npm run it'));
});

test('a port that is free is given', async () => {
  server.close();
  await once(server, 'close');
  expect(await freePort('npm run it', String(port))).toBe(port);
});

test.each(['', 'abc', '-1', '65536', '80.5'])('PORT=%s is no port', async (text) => {
  await expect(freePort('npm run it', text)).rejects.toThrow(
    `PORT is ${JSON.stringify(text)}; a number from 0 to 65535 is needed`,
  );
});

/** Standard error and exit code of a script of this folder, started where the port is taken. */
const refused = (...[script = '', ...parameters]: string[]) =>
  new Promise((resolve) => {
    const env = { ...process.env, PORT: String(port) };
    const child = execFile(
      process.execPath,
      [join(import.meta.dirname, script), ...parameters],
      { env },
      (_, output, complaint) => resolve([output, complaint, child.exitCode]),
    );
  });

test('an example and the demo say so before they build anything', async () => {
  expect(await refused('example.mjs', 'react')).toEqual(['', `${taken('npm start')}\n`, 1]);
  expect(await refused('demo.mjs')).toEqual(['', `\n${taken('npm run demo')}\n`, 1]);
});
