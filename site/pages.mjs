import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { titleOf } from '../scripts/documents/anchors.mjs';
import { apiPage } from './api-page.mjs';
import { documentsOf } from './documents.mjs';
import { elementPage, elementsPage, liveExample, placeOfElement } from './element-page.mjs';
import { statisticsPage } from './statistics-page.mjs';

/**
 * Every page of the site as Markdown, by its place: the documents of the repository, and the
 * references that are made from what the packages say of themselves.
 * @param root The repository
 * @param described What was built: the elements' manifest, the contract's definitions, OpenAPI
 */
export function pagesOf(root, { manifest, definitions, openApi }) {
  const elements = manifest.modules.flatMap((module) => module.declarations);
  const home = readFileSync(join(root, 'site/home.md'), 'utf8');
  const pages = new Map([
    ['index.md', home.replaceAll(/^<!-- live: (.+) -->$/gm, (_, markup) => liveExample(markup))],
    ...documentsOf(root),
    ['elements/index.md', elementsPage(elements)],
    ...elements.map((element) => [placeOfElement(element.tagName), elementPage(element)]),
    ['statistics.md', statisticsPage(definitions)],
    ['api.md', apiPage(openApi)],
  ]);
  return pages.set('decisions/index.md', decisionsPage(pages));
}

const decisionsPage = (pages) =>
  [
    '# Decisions',
    'What was decided, and why. Short, dated, and not edited afterwards.',
    [...pages]
      .filter(([place]) => /^decisions\/\d/.test(place))
      .map(([place, text]) => `- [${titleOf(text)}](/${place})`)
      .join('\n'),
  ].join('\n\n') + '\n';
