/** Minifies the templates of what is published, so that it weighs what the sizes say. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minifyTemplates } from './minify-templates.mjs';

const dist = join(import.meta.dirname, '../packages/widgets/dist');

for (const file of globSync('**/*.js', { cwd: dist, exclude: ['cdn/**'] })) {
  const path = join(dist, file);
  const source = readFileSync(path, 'utf8');
  const minified = minifyTemplates(source, path);
  if (minified !== source) writeFileSync(path, minified);
}
