/**
 * Makes the bundle that a page loads by one script: packages/widgets/dist/cdn/inlay.js, which
 * defines every element, with the parts that it loads on demand beside it.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundling } from './bundling.mjs';

const outdir = 'packages/widgets/dist/cdn';
const entry = `
  import { defineAll } from './dist/index.js';
  export * from './dist/index.js';
  defineAll();
`;

rmSync(outdir, { recursive: true, force: true });
await build({
  ...bundling,
  stdin: { contents: entry, resolveDir: 'packages/widgets', sourcefile: 'inlay.js' },
  outdir,
  entryNames: 'inlay',
  chunkNames: 'inlay-[name]-[hash]',
  sourcemap: 'linked',
});
writeFileSync(`${outdir}/package.json`, '{ "type": "module" }\n');
