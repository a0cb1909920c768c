/**
 * Describes the elements: the custom elements manifest, what editors and frameworks read of it, and
 * components for React, all beside the built elements. Refuses an element whose summary,
 * attributes, events or parts are not described, or whose example is not what it takes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../run.mjs';
import { complaintsAbout } from './complaints.mjs';
import config from './config.mjs';
import { markupTypes } from './markup-types.mjs';
import { plainTypes } from './plain-types.mjs';
import { publishedManifest } from './published.mjs';
import { reactComponents } from './react-components.mjs';
import { vscodeData } from './vscode-data.mjs';
import { webTypes } from './web-types.mjs';

const dist = 'packages/widgets/dist';

const code = await run('cem', ['analyze', '--config', 'scripts/manifest/config.mjs']);
if (code !== 0) process.exit(code);

const { elements } = await import(`../../${dist}/elements.js`);
const { version } = JSON.parse(readFileSync('packages/widgets/package.json', 'utf8'));
const analyzed = JSON.parse(readFileSync(`${config.outdir}/custom-elements.json`, 'utf8'));
const manifest = publishedManifest(analyzed, plainTypes(`${dist}/elements.d.ts`));
const declarations = manifest.modules.flatMap((module) => module.declarations);

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const files = {
  'custom-elements.json': json(manifest),
  'vscode.html-custom-data.json': json(vscodeData(declarations)),
  'web-types.json': json(webTypes(declarations, version)),
  'markup.d.ts': markupTypes(declarations),
  'markup.js': 'export {};\n',
  ...reactComponents(declarations),
};
for (const [name, text] of Object.entries(files)) {
  const path = join(dist, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const complaints = complaintsAbout(Object.keys(elements), declarations);
complaints.forEach((complaint) => console.error(complaint));
console.log(`${declarations.length} elements in the manifest`);
process.exitCode = complaints.length === 0 ? 0 : 1;
