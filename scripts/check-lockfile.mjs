import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const locked = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));

const missing = Object.entries(packages).flatMap(([path, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !locked.has(name))
    .map((name) => `${path}: the optional dependency ${name} has no entry, so npm ci fails`),
);
const registries = Object.entries(packages)
  .filter(([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/'))
  .filter(([, { link }]) => !link)
  .map(([path, { resolved }]) => `${path}: resolved from ${resolved}, which others may not reach`);

for (const complaint of [...missing, ...registries]) console.error(complaint);
process.exitCode = missing.length + registries.length === 0 ? 0 : 1;
