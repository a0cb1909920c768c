import { readFileSync } from 'node:fs';

const react =
  'React asks an element which properties it has, and writes text attributes for all others. Import the elements before the first render.';

/**
 * The hosts that are checked.
 *
 * `library`: whose version stands beside the name. `full`: checked only where time is given.
 * `short`: checks that must fail, and why.
 */
export const hosts = [
  { name: 'plain', title: 'Plain HTML', full: false, short: {} },
  {
    name: 'react',
    title: 'React',
    library: 'react',
    full: false,
    short: {
      'arrays before the element is defined': react,
      'functions before the element is defined': react,
    },
  },
];

/** `React 19.3.1` */
export function titleOf({ name, title, library }) {
  if (!library) return title;
  const manifest = new URL(`../${name}/package.json`, import.meta.url);
  const { dependencies } = JSON.parse(readFileSync(manifest, 'utf8'));
  return `${title} ${dependencies[library]}`;
}
