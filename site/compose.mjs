/**
 * Writes the site's sources to site/.pages: pages, their navigation, the elements that are at work
 * in them, and what machines read. Needs what `npm run build` makes.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, written } from '../scripts/bundling.mjs';
import { placesOf, relinked } from './documents.mjs';
import { navigationOf } from './navigation.mjs';
import { pagesOf } from './pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
export const sources = join(root, 'site/.pages');

/** What the built packages say of themselves. */
async function described() {
  const manifest = join(root, 'packages/widgets/dist/custom-elements.json');
  const { metricDefinitions } = await import('@inlay/sdk/contract/metric-definitions');
  const { openApi } = await import('../packages/server/dist/openapi.js');
  return {
    manifest: JSON.parse(readFileSync(manifest, 'utf8')),
    definitions: metricDefinitions,
    openApi: openApi(),
  };
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Writes the pages alone, which is what an edit of a document calls for. */
export async function composePages() {
  const facts = await described();
  const pages = pagesOf(root, facts);
  for (const [place, text] of pages) {
    write(join(sources, place), text);
    if (place !== 'index.md') write(join(sources, 'public', place), text);
  }
  write(join(sources, 'navigation.json'), JSON.stringify(navigationOf(pages)));
  write(join(sources, 'public/openapi.json'), JSON.stringify(facts.openApi));
  write(join(sources, 'public/llms.txt'), llms());
  cpSync(join(root, 'site/icon.svg'), join(sources, 'public/icon.svg'));
  cpSync(join(root, 'docs/images'), join(sources, 'public/images'), { recursive: true });
}

/** The repository's llms.txt, with links to the Markdown of the site. */
function llms() {
  return relinked(readFileSync(join(root, 'llms.txt'), 'utf8'), 'llms.txt', placesOf(root));
}

/** Writes everything anew. */
export async function compose() {
  rmSync(sources, { recursive: true, force: true });
  await composePages();
  const made = await bundle(readFileSync(join(root, 'site/live-example.ts'), 'utf8'), {
    folder: 'site',
  });
  await made.write({ ...written, dir: join(sources, 'public/live'), entryFileNames: 'live.js' });
  await made.close();
}
