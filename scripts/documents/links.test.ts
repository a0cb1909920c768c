import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { anchorOf, anchorsOf, relativeLinks } from './anchors.mjs';

const root = resolve(import.meta.dirname, '../..');
const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '*.md', 'llms.txt'];
const documents = execFileSync('git', listed, { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)));

const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The package in whose archive a document is; a file is in the same one if it is below it. */
function packageOf(document: string, file = document): string | undefined {
  const own = /^packages\/[^/]+\/(?=README|CHANGELOG)/.exec(document)?.[0];
  return own !== undefined && file.startsWith(own) ? own : undefined;
}

/** What is wrong with a link of a document, as a sentence; `undefined` when it leads somewhere. */
function complaint(document: string, target: string): string | undefined {
  const [path = '', anchor] = decodeURIComponent(target).split('#');
  if (path.startsWith('/')) return 'begins at the root of a site, which a repository has not';
  const file = path === '' ? document : relative(root, join(root, dirname(document), path));
  if (file.startsWith('..')) return 'leaves the repository';
  if (!existsSync(join(root, file))) return 'leads to no file';
  if (packageOf(document) !== packageOf(document, file)) return 'leaves what is published';
  if (anchor === undefined) return undefined;
  if (!file.endsWith('.md')) return 'has an anchor in what is no document';
  return anchorsOf(read(file)).includes(anchor) ? undefined : 'leads to no heading';
}

test('every relative link and anchor of every document leads somewhere', () => {
  const checked = documents.flatMap((document) =>
    relativeLinks(read(document)).map(({ target, line }) => ({
      where: `${document}:${line}: ${target}`,
      wrong: complaint(document, target),
    })),
  );
  expect(documents.length).toBeGreaterThan(20);
  expect(checked.length).toBeGreaterThan(20);
  expect(
    checked
      .filter(({ wrong }) => wrong !== undefined)
      .map(({ where, wrong }) => `${where} ${wrong}`),
  ).toEqual([]);
});

test('a document of a package leads to what is in the package', () => {
  const from = 'packages/sdk/README.md';
  expect(complaint(from, '../../docs/server.md')).toBe('leaves what is published');
  expect(complaint(from, 'LICENSE')).toBeUndefined();
});

test.each([
  ['nowhere.md', 'leads to no file'],
  ['server.md#nowhere', 'leads to no heading'],
  ['#nowhere', 'leads to no heading'],
  ['images/demo.png#top', 'has an anchor in what is no document'],
  ['../../elsewhere.md', 'leaves the repository'],
  ['/docs/server.md', 'begins at the root of a site, which a repository has not'],
  ['server.md#tokens', undefined],
  ['decisions', undefined],
])('%s from a document %s', (target, wrong) => {
  expect(complaint('docs/embedding.md', target)).toBe(wrong);
});

test('anchors are those of code hosts', () => {
  expect(anchorOf('2. Say where to ask, and as whom')).toBe('2-say-where-to-ask-and-as-whom');
  expect(anchorsOf('# One\n\n## `A` & [b](c.md)\n\n```sh\n# no heading\n```\n\n# One\n')).toEqual([
    'one',
    'a--b',
    'one-1',
  ]);
});

test('links stand in lines and references, not in code', () => {
  const text =
    'See [a](a.md "A") and `[b](b.md)`.\n\n```md\n[c](c.md)\n```\n\n[d]: d.md#x\n![e](e.png) [f](https://f)';
  expect(relativeLinks(text)).toEqual([
    { target: 'a.md', line: 1 },
    { target: 'd.md#x', line: 7 },
    { target: 'e.png', line: 8 },
  ]);
});
