import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from './commands.js';
import { serveCommand } from './serve.js';

const repository = resolve(import.meta.dirname, '../../../..');
const read = (file: string) => readFile(resolve(repository, file), 'utf8');

const settingsIn = (text: string) => new Set(text.match(/\bINLAY_[A-Z_]+\b/g));

test('every setting of the server stands in its help and in the document', async () => {
  const sources = ['keys', 'logger', 'serve', 'settings'].map((name) =>
    read(`packages/server/src/cli/${name}.ts`),
  );
  const used = settingsIn((await Promise.all(sources)).join('\n'));
  expect(used.size).toBeGreaterThan(10);
  expect(settingsIn(serveCommand.help)).toEqual(used);
  const documented = settingsIn(await read('docs/server.md'));
  expect([...used].filter((name) => !documented.has(name))).toEqual([]);
});

test('every command stands in the README', async () => {
  const readme = await read('packages/server/README.md');
  for (const name of commands.keys())
    expect(readme).toMatch(new RegExp(`^\\| \`${name}\` +\\|`, 'm'));
});
