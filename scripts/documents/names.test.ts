import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../packages/server/src/cli/commands.js';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = globSync(['*.md', 'docs/*.md', 'packages/*/README.md'], { cwd: root });

test('the README of the server lists every command', () => {
  const listed = [...read('packages/server/README.md').matchAll(/^\| `(\w+)` +\|/gm)];
  expect(listed.map(([, name]) => name).toSorted()).toEqual([...commands.keys()].toSorted());
});

test('a host gives tokens at one address in all documents', () => {
  const asked = documents.flatMap((document) =>
    [...read(document).matchAll(/fetch\('(\/[^']*token[^']*)'/g)].map(([, path]) => path),
  );
  expect(asked.length).toBeGreaterThan(3);
  expect(new Set(asked)).toEqual(new Set(['/inlay-token']));
});
