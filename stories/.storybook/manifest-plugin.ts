import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const id = 'virtual:custom-elements-manifest';

interface Plugin {
  readonly name: string;
  resolveId(source: string): string | undefined;
  load(source: string): Promise<string | undefined>;
}

/** Gives stories the custom elements manifest, made from the elements' sources at each start. */
export function manifestPlugin(root: string): Plugin {
  return {
    name: 'inlay-manifest',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: async (source) =>
      source === `\0${id}` ? `export default ${await manifestOf(root)}` : undefined,
  };
}

async function manifestOf(root: string): Promise<string> {
  const analyzer = join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
  const config = 'scripts/manifest/config.mjs';
  const parameters = [analyzer, 'analyze', '--config', config];
  await promisify(execFile)(process.execPath, parameters, { cwd: root });
  return readFile(join(root, '.cache/manifest/custom-elements.json'), 'utf8');
}
