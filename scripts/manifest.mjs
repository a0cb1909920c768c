/**
 * Writes the custom-elements manifest beside the built elements, and refuses an element whose
 * summary, attributes, events or parts are not described.
 */
import { readFileSync } from 'node:fs';
import config from './manifest.config.mjs';
import { run } from './run.mjs';

const { outdir } = config;
const code = await run('cem', ['analyze', '--config', 'scripts/manifest.config.mjs']);
if (code !== 0) process.exit(code);

const manifest = JSON.parse(readFileSync(`${outdir}/custom-elements.json`, 'utf8'));
const { elements } = await import(`../${outdir}/elements.js`);
const classes = new Map(
  manifest.modules
    .flatMap((module) => module.declarations ?? [])
    .filter((declaration) => declaration.kind === 'class')
    .map((declaration) => [declaration.name, declaration]),
);

const undescribed = (kind, entries = []) =>
  entries
    .filter((entry) => !entry.description && !entry.inheritedFrom)
    .map((entry) => `${kind} ${entry.name} has no description`);

const complaintsOf = (declaration) =>
  declaration === undefined
    ? ['is not in the manifest']
    : [
        ...(declaration.summary ? [] : ['has no @summary']),
        ...(declaration.description ? [] : ['has no description']),
        ...undescribed('attribute', declaration.attributes),
        ...undescribed('event', declaration.events),
        ...undescribed('part', declaration.cssParts),
      ];

const complaints = Object.entries(elements).flatMap(([tag, { name }]) =>
  complaintsOf(classes.get(name)).map((complaint) => `<${tag}> ${complaint}`),
);
complaints.forEach((complaint) => console.error(complaint));
console.log(`${Object.keys(elements).length} elements in the manifest`);
process.exitCode = complaints.length === 0 ? 0 : 1;
