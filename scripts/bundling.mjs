import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { minifiedTemplates } from './minify-templates.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = '\0entry';

/** A module that is not in a file; it imports as one in `folder` would. */
const entryOf = (contents, folder) => ({
  name: 'entry',
  async resolveId(id, importer, options) {
    if (id === entry) return id;
    if (importer !== entry) return undefined;
    return this.resolve(id, `${root}${folder}/entry.js`, { ...options, skipSelf: true });
  },
  load: (id) => (id === entry ? contents : undefined),
});

/**
 * Bundles a module for browsers: ES modules, minified, what is imported on demand in files of its
 * own. Gives rolldown's bundle; whoever asked for it closes it.
 * @param {string} contents The module's text
 * @param {object} [options]
 * @param {string} [options.folder] From where it imports, within the repository
 * @param {import('rolldown').Plugin[]} [options.plugins] Before those that are always there
 */
export const bundle = (contents, { folder = '.', plugins = [] } = {}) =>
  rolldown({
    input: entry,
    cwd: root,
    platform: 'browser',
    plugins: [...plugins, entryOf(contents, folder), minifiedTemplates],
  });

/**
 * How a bundle is written.
 * @type {import('rolldown').OutputOptions}
 */
export const written = { format: 'esm', minify: true };

/**
 * The chunks of a generated bundle that a page loads at once: the entry and what it imports.
 * @param {readonly (import('rolldown').OutputChunk | import('rolldown').OutputAsset)[]} output
 * @returns {import('rolldown').OutputChunk[]}
 */
export function chunksAtOnce(output) {
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const atOnce = new Set();
  const visit = (chunk) => {
    if (atOnce.has(chunk)) return;
    atOnce.add(chunk);
    for (const name of chunk.imports) visit(chunks.get(name));
  };
  visit(output.find(({ isEntry }) => isEntry));
  return [...atOnce];
}
