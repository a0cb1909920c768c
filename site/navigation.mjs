import { titleOf } from '../scripts/documents/anchors.mjs';

/** Parts of the site in the order of its readers; what no part names is in the last but one. */
const parts = [
  ['Embed', ['embedding.md', 'tokens.md', 'hosts.md', 'design.md', 'packages/widgets.md']],
  ['Elements', ['elements/index.md', /^elements\//]],
  ['Integrate', ['sdk.md', 'api.md', 'statistics.md']],
  ['Run', ['packages/server.md', 'server.md', 'import.md', 'safety.md']],
  ['Inside', ['architecture.md', 'decisions/index.md', 'dashboard-module.md', /^[^/]+\.md$/]],
  ['Changes', [/^changes\//]],
];

const matches = (pattern, place) =>
  typeof pattern === 'string' ? pattern === place : pattern.test(place);

/**
 * The site's parts with their pages, each page in the first place that wants it.
 * @param {Map<string, string>} pages
 * @returns {{ text: string, items: { text: string, link: string }[] }[]}
 */
export function navigationOf(pages) {
  const left = new Set([...pages.keys()].filter((place) => !/^decisions\/\d/.test(place)));
  left.delete('index.md');
  const all = parts.map(([text, wanted]) => ({
    text,
    items: wanted
      .flatMap((pattern) => [...left].filter((place) => matches(pattern, place)))
      .filter((place) => left.delete(place))
      .map((place) => ({ text: nameOf(place, pages.get(place)), link: `/${place}` })),
  }));
  return all.filter(({ items }) => items.length > 0);
}

/** Without the brackets of tags: the sidebar takes its texts for markup. */
const nameOf = (place, text) =>
  place === 'elements/index.md' ? 'All elements' : titleOf(text).replaceAll(/&[lg]t;/g, '');
