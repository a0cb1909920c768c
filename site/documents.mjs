import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, posix } from 'node:path';
import { withoutCode } from '../scripts/documents/anchors.mjs';

/** Where a document of the repository is in the site. */
function placeOf(file) {
  if (file === 'SIZES.md') return 'sizes.md';
  if (file.startsWith('docs/')) return file.slice('docs/'.length);
  const name = basename(dirname(file));
  if (file.endsWith('CHANGELOG.md')) return `changes/${name}.md`;
  return name === 'sdk' ? 'sdk.md' : `packages/${name}.md`;
}

const patterns = ['docs/**/*.md', 'packages/*/README.md', 'packages/*/CHANGELOG.md', 'SIZES.md'];

/** The documents of the repository that the site has, each with its place there. */
export function placesOf(root) {
  const files = globSync(patterns, { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  return new Map(files.sort().map((file) => [file, placeOf(file)]));
}

/** Their texts by their places. */
export function documentsOf(root) {
  const places = placesOf(root);
  return new Map(
    [...places].map(([file, place]) => [
      place,
      relinked(readFileSync(`${root}/${file}`, 'utf8'), file, places),
    ]),
  );
}

const link = /(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;

/** A document whose links lead to pages of the site; those to what is none become plain text. */
export function relinked(text, file, places) {
  const prose = withoutCode(text);
  let made = '';
  let end = 0;
  for (const { 0: found, index } of prose.matchAll(link)) {
    const written = text.slice(index, index + found.length);
    made += text.slice(end, index) + relinkedOne(written, file, places);
    end = index + found.length;
  }
  return made + text.slice(end);
}

const relinkedOne = (written, file, places) =>
  written.replace(link, (whole, image, label, target) => {
    if (/^([a-z][a-z+.-]*:|#)/i.test(target)) return whole;
    const [path, anchor] = target.split('#');
    const found = posix.join(posix.dirname(file), path).replace(/\/$/, '');
    if (image) return `![${label}](/${found.replace(/^docs\//, '')})`;
    const place = found === 'docs/decisions' ? 'decisions/index.md' : places.get(found);
    if (place === undefined) return label;
    return `[${label}](/${place}${anchor === undefined ? '' : `#${anchor}`})`;
  });
