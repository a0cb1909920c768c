import { readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { metricDefinitions } from '@inlay/sdk/contract/metric-definitions';
import { elements } from '@inlay/widgets';
import { describe, expect, test } from 'vitest';
import { openApi } from '../packages/server/src/openapi.js';
import { anchorsOf, relativeLinks } from '../scripts/documents/anchors.mjs';
import { relinked } from './documents.mjs';
import { navigationOf } from './navigation.mjs';
import { pagesOf } from './pages.mjs';

const root = resolve(import.meta.dirname, '..');
const manifest = JSON.parse(
  readFileSync(join(root, 'packages/widgets/dist/custom-elements.json'), 'utf8'),
) as object;
const described = openApi() as { readonly paths: object };
const facts = { manifest, definitions: metricDefinitions, openApi: described };
const pages: Map<string, string> = pagesOf(root, facts);
const page = (place: string) => pages.get(place) ?? '';

test.each(Object.keys(elements))('%s has a page with all that it takes', (tag) => {
  const text = page(`elements/${tag}.md`);
  const Element = elements[tag as keyof typeof elements];
  for (const attribute of Element.observedAttributes) expect(text).toContain(`\`${attribute}\``);
  expect(text).toContain(`<live-example class="vp-raw"><stats-provider>\n<${tag}`);
  expect(page('elements/index.md')).toContain(`(/elements/${tag}.md)`);
});

test('every definition of a number is told', () => {
  const text = page('statistics.md');
  for (const { name, metric, formula, excludes } of metricDefinitions) {
    for (const part of [name, `\`${metric}\``, formula, excludes ?? ''])
      expect(text).toContain(part);
  }
});

test('every path of the interface is told', () => {
  for (const path of Object.keys(described.paths)) expect(page('api.md')).toContain(`\`${path}\``);
});

test('every page is in the navigation once, single decisions and the home page aside', () => {
  const links = navigationOf(pages).flatMap(({ items }) => items.map(({ link }) => link));
  const wanted = [...pages.keys()].filter((place) => !/^(index\.md$|decisions\/\d)/.test(place));
  expect(links.toSorted()).toEqual(wanted.map((place) => `/${place}`).toSorted());
});

test('links between pages lead to pages, anchors to headings', () => {
  const dead = [...pages].flatMap(([place, text]) =>
    relativeLinks(text)
      .filter(({ target }) => !/^\/(images|openapi\.json)/.test(target))
      .filter(({ target }) => {
        const [path = '', anchor] = target.split('#');
        const found =
          path === '' ? text : pages.get(path.replace(/^\//, '').replace(/\/$/, '/index.md'));
        return found === undefined || (anchor !== undefined && !anchorsOf(found).includes(anchor));
      })
      .map(({ target }) => `${place}: ${target}`),
  );
  expect(dead).toEqual([]);
});

describe('links of a document of the repository', () => {
  const places = new Map([
    ['docs/server.md', 'server.md'],
    ['packages/sdk/README.md', 'sdk.md'],
  ]);
  test.each([
    ['[a](server.md#tokens)', '[a](/server.md#tokens)'],
    ['[a](../packages/sdk/README.md)', '[a](/sdk.md)'],
    ['[a](../examples/data)', 'a'],
    ['[a](decisions)', '[a](/decisions/index.md)'],
    ['![a](images/demo.png)', '![a](/images/demo.png)'],
    ['[a](https://example.com)', '[a](https://example.com)'],
    ['[a](#b)', '[a](#b)'],
    ['[`a`](server.md)', '[`a`](/server.md)'],
    ['`[a](server.md)`', '`[a](server.md)`'],
  ])('%s becomes %s', (written, made) => {
    expect(relinked(written, posix.join('docs', 'embedding.md'), places)).toBe(made);
  });
});
