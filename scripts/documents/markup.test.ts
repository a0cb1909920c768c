import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { strangers } from '../manifest/complaints.mjs';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Manifest {
  readonly modules: { readonly declarations: { readonly tagName: string }[] }[];
}
const manifest = JSON.parse(read('packages/widgets/dist/custom-elements.json')) as Manifest;
const elements = manifest.modules.flatMap(({ declarations }) => declarations);

const pages = globSync(['*.md', 'docs/*.md', 'packages/*/*.md'], { cwd: root });
const markup = pages.flatMap((page) =>
  [...read(page).matchAll(/^```html\n([^]*?)^```$/gm)].map(([, text = '']) => ({ page, text })),
);

test('markup in the documents has elements that exist, with attributes that they take', () => {
  expect(markup.length).toBeGreaterThan(4);
  expect(
    markup.flatMap(({ page, text }) =>
      strangers(text, elements).map((complaint: string) => `${page}: ${complaint}`),
    ),
  ).toEqual([]);
});
