import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'rolldown';
import { bundle, written } from '../../../scripts/bundling.mjs';

const root = new URL('../../../', import.meta.url);

/** How a host has the elements: as the one file for pages without a build, or as its bundler cut them. */
export const builds = ['one file', 'modules'] as const;
export type Build = (typeof builds)[number];

/** The page of a host: what it is written in, which elements it has, and its own script. */
export interface HostPage {
  readonly build: Build;
  /** The script's module, from the repository's root. */
  readonly script: string;
  readonly lang?: string;
  /** Without one a page has no element for it. */
  readonly title?: string;
}

/** Puts a page, its script and the elements among the files of a server. */
export async function placePage(
  files: Map<string, string>,
  { build, script, lang = 'en-GB', title }: HostPage,
): Promise<void> {
  for (const [path, text] of await elementFiles(build)) files.set(path, text);
  files.set('/page.js', await pageScript(script));
  const named = title === undefined ? '' : `<title>${title}</title>`;
  files.set(
    '/',
    `<!doctype html><html lang="${lang}"><meta charset="utf-8">${named}
    <link rel="icon" href="data:,"><script type="module" src="/page.js"></script>`,
  );
}

/** Scripts of a build by their path; `/inlay.js` gives what the package gives. */
export async function elementFiles(build: Build): Promise<Map<string, string>> {
  return build === 'modules' ? bundledModules() : oneFile();
}

async function oneFile(): Promise<Map<string, string>> {
  const names = ['inlay.js', 'inlay-echarts.js'];
  const read = (name: string) =>
    readFile(new URL(`packages/widgets/dist/cdn/${name}`, root), 'utf8');
  return new Map(
    await Promise.all(names.map(async (name) => [`/${name}`, await read(name)] as const)),
  );
}

/** Another version of the elements, whose label of the first call figure is `label`. */
export const otherVersion = (label: string): Promise<Map<string, string>> =>
  bundledModules({
    name: 'other-version',
    transform: (code, id) =>
      id.endsWith('/kpi-cards/kpi-cards.words.js') ? code.replace('Total calls', label) : undefined,
  });

async function bundledModules(...plugins: Plugin[]): Promise<Map<string, string>> {
  const made = await bundle(`export * from '@inlay/widgets';`, { plugins });
  const { output } = await made.generate({ ...written, entryFileNames: 'inlay.js' });
  await made.close();
  return new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code]] : [])),
  );
}

/**
 * A module of the repository as one script of a page, which imports the elements from `inlay.js`
 * beside it.
 * @param path From the repository's root
 */
async function pageScript(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(path, root))],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    plugins: [
      {
        name: 'elements-beside',
        setup({ onResolve }) {
          const beside = { path: './inlay.js', external: true };
          onResolve(
            { filter: /^@inlay\/widgets$|^\.\.\/\.\.\/(elements|define)\.js$/ },
            () => beside,
          );
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}
