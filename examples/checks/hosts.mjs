import { readFileSync } from 'node:fs';

/** Checks that some hosts fail, whatever the element. */
const [unset, arrays, functions] = [
  'what is no longer given is as if it never was',
  'arrays before the element is defined',
  'functions before the element is defined',
];

/**
 * The hosts that are checked.
 *
 * `library`: whose version stands beside the name. `full`: checked only where time is given.
 * `short`: the checks that must fail; docs/hosts.md tells why, and what to write.
 */
export const hosts = [
  { name: 'plain', title: 'Plain HTML', full: false, short: [] },
  { name: 'react', title: 'React', library: 'react', full: false, short: [arrays, functions] },
  { name: 'vue', title: 'Vue', library: 'vue', full: false, short: [unset] },
  { name: 'svelte', title: 'Svelte', library: 'svelte', full: true, short: [functions] },
  { name: 'angular', title: 'Angular', library: '@angular/core', full: true, short: [] },
  { name: 'react-18', title: 'React', library: 'react', full: true, short: [] },
];

/** `React 19.3.1` */
export function titleOf({ name, title, library }) {
  if (!library) return title;
  const manifest = new URL(`../${name}/package.json`, import.meta.url);
  const { dependencies } = JSON.parse(readFileSync(manifest, 'utf8'));
  return `${title} ${dependencies[library]}`;
}
