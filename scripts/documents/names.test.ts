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

test('every variable that the server reads is in the documents', () => {
  const sources = globSync('packages/server/src/**/*.ts', {
    cwd: root,
    exclude: ['**/*.test.ts', '**/testing/**'],
  });
  const asked = sources.flatMap((file) => read(file).match(/\bINLAY_[A-Z_]+\b/g) ?? []);
  const told = documents.map(read).join('\n');
  const missing = [...new Set(asked)].filter((name) => !told.includes(name));
  expect(asked).toContain('INLAY_JWT_SECRET');
  expect(missing).toEqual([]);
});

test('a host gives tokens at one address in all documents and examples', () => {
  const examples = globSync('examples/**/*.{js,mjs,ts}', {
    cwd: root,
    exclude: ['**/node_modules/**', '**/dist/**'],
  });
  const asked = [...documents, ...examples].flatMap((file) =>
    [...read(file).matchAll(/fetch\('(\/[^']*token[^']*)'/g)].map(([, path]) => path),
  );
  expect(asked.length).toBeGreaterThan(3);
  expect(new Set(asked)).toEqual(new Set(['/inlay-token']));
});

test('the README of the SDK lists every option of a client', () => {
  const [, fields = ''] = /export interface ClientOptions \{([^]*?)^\}/m.exec(
    read('packages/sdk/src/client-options.ts'),
  ) ?? [''];
  const options = [...fields.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name);
  const listed = [...read('packages/sdk/README.md').matchAll(/^\| `(\w+)` +\| [^|]+\| [^|]+\|$/gm)];
  expect(options).toContain('freshMs');
  expect(listed.map(([, name]) => name).toSorted()).toEqual(options.toSorted());
});

test('the size that is boasted of is the measured one', () => {
  const measured = /^\| four elements of the first page +\| +([\d.]+) \|/m.exec(read('SIZES.md'));
  const kib = Math.ceil(Number(measured?.[1]));
  for (const page of ['README.md', 'site/home.md']) {
    expect(read(page), page).toMatch(new RegExp(`four elements are ${kib} KiB`, 'i'));
  }
});

test('every file that a document names in code is there', () => {
  const places = 'bench|docs|examples|packages|packaging|scripts|site|stories';
  const code = new RegExp(`\`((?:${places})/[\\w./-]+)\``, 'g');
  const named = documents.flatMap((document) =>
    [...read(document).matchAll(code)].map(([, path = '']) => ({ document, path })),
  );
  const missing = named.filter(
    ({ path }) =>
      !/(^|\/)dist(\/|$)/.test(path) && globSync([path, `${path}.*`], { cwd: root }).length === 0,
  );
  expect(named.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});
