import { readFileSync } from 'node:fs';

/** Checks that some hosts fail, whatever the element. */
const [unset, arrays, functions] = [
  'what is no longer given is as if it never was',
  'arrays before the element is defined',
  'functions before the element is defined',
];

/** React 19 gives the elements of a page that a server drew nothing but what is in the markup. */
const onlyMarkup = [
  arrays,
  functions,
  'text, numbers and booleans from state',
  'arrays and functions, the very ones',
  'events, by the handler of now',
  'an event that the host prevents',
  'the range kept in the state of the host',
  'shown, taken away and shown again',
  'moved to another parent',
  'a list in another order',
];

/**
 * @typedef {object} Host
 * @property {string} name Its folder of examples/
 * @property {string} title
 * @property {string} [library] Whose version stands beside the title
 * @property {boolean} [full] Checked only where time is given
 * @property {boolean} [drawn] A server draws its pages, and the browser takes them over
 * @property {string[]} short The checks that must fail; docs/hosts.md tells why, and what to write
 */

/** The hosts that are checked. @type {Host[]} */
export const hosts = [
  { name: 'plain', title: 'Plain HTML', short: [] },
  { name: 'react', title: 'React', library: 'react', short: [arrays, functions] },
  { name: 'vue', title: 'Vue', library: 'vue', short: [unset] },
  { name: 'svelte', title: 'Svelte', library: 'svelte', full: true, short: [functions] },
  { name: 'angular', title: 'Angular', library: '@angular/core', full: true, short: [] },
  { name: 'react-18', title: 'React', library: 'react', full: true, short: [] },
  { name: 'react-18', title: 'React', library: 'react', full: true, drawn: true, short: [] },
  { name: 'react', title: 'React', library: 'react', full: true, drawn: true, short: onlyMarkup },
];

/** `React 19.3.1`, `React 18.3.1, drawn on a server`. @param {Host} host */
export function titleOf({ name, title, library, drawn }) {
  if (!library) return title;
  const manifest = new URL(`../${name}/package.json`, import.meta.url);
  const { dependencies } = JSON.parse(readFileSync(manifest, 'utf8'));
  return `${title} ${dependencies[library]}${drawn ? ', drawn on a server' : ''}`;
}
