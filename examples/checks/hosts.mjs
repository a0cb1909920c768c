import { readFileSync } from 'node:fs';
import { checks } from './checks.mjs';

const [page, given, unset, rich, arrays, functions, changes] = [
  'the page of a CRM',
  'text, numbers and booleans from state',
  'what is no longer given is as if it never was',
  'arrays and functions, the very ones',
  'arrays before the element is defined',
  'functions before the element is defined',
  'changes after the element was defined late',
];

/** React gives the tags of a page that a server drew nothing but what is in the markup. */
const onlyMarkup = [
  page,
  given,
  rich,
  arrays,
  functions,
  'events, by the handler of now',
  'an event that the host prevents',
  'the range kept in the state of the host',
  'shown, taken away and shown again',
  'moved to another parent',
  'a list in another order',
];

/**
 * Another way to write for a host than the one that docs/hosts.md recommends.
 * @typedef {object} Way
 * @property {string} name As the host's pages are asked for it
 * @property {string} title
 * @property {string[]} [checks] Those that it is about, without: all
 * @property {string[]} short The checks that must fail; docs/hosts.md tells why
 */

/**
 * @typedef {object} Host
 * @property {string} name Its folder of examples/
 * @property {string} title
 * @property {string} [library] Whose version stands beside the title
 * @property {boolean} [full] Checked only where time is given
 * @property {boolean} [drawn] A server draws its pages, and the browser takes them over
 * @property {Way} [way] Without: as docs/hosts.md recommends it, and no check may fail
 */

const react = { name: 'react', title: 'React', library: 'react' };
const older = { ...react, name: 'react-18', full: true };
const vue = { name: 'vue', title: 'Vue', library: 'vue' };
const svelte = { name: 'svelte', title: 'Svelte', library: 'svelte', full: true };
const angular = { name: 'angular', title: 'Angular', library: '@angular/core', full: true };

const ref = {
  name: 'ref',
  title: 'tags, arrays and functions through a `ref`',
  checks: [rich, arrays, functions, changes],
  short: [],
};

/** The hosts that are checked, and the ways in which they are written. @type {Host[]} */
export const hosts = [
  { name: 'plain', title: 'Plain HTML' },
  react,
  { ...react, full: true, drawn: true },
  older,
  { ...older, drawn: true },
  vue,
  svelte,
  angular,
  { ...react, way: { name: 'tags', title: 'tags', short: [arrays, functions] } },
  { ...react, way: ref },
  {
    ...react,
    full: true,
    drawn: true,
    way: { name: 'tags', title: 'tags', short: onlyMarkup },
  },
  { ...react, full: true, drawn: true, way: ref },
  {
    ...vue,
    way: {
      name: 'bound',
      title: '`:heading`, `:cells`, `:getToken`',
      checks: [unset, arrays, functions],
      short: [unset, arrays, functions],
    },
  },
  {
    ...svelte,
    way: { name: 'given', title: '`{getToken}`', checks: [functions], short: [functions] },
  },
];

/** The checks of a host. @param {Host} host */
export const checksOf = ({ way }) =>
  way?.checks ? checks.filter(([name]) => way.checks.includes(name)) : checks;

/** Whether a host may fail a check. @param {Host} host @param {string} check */
export const mayFail = ({ way }, check) => way?.short.includes(check) ?? false;

/** The version of its library that a host says it has. @param {Host} host */
export function versionOf({ name, library }) {
  const manifest = new URL(`../${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(manifest, 'utf8')).dependencies[library];
}

/** `React 19.3.1`, `React 18.3.1, drawn on a server`, `React 19.3.1: tags`. @param {Host} host */
export function titleOf(host) {
  const { title, library, drawn, way } = host;
  if (!library) return title;
  const place = drawn ? ', drawn on a server' : '';
  return `${title} ${versionOf(host)}${place}${way ? `: ${way.title}` : ''}`;
}
