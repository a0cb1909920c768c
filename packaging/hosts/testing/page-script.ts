import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * A module of `../pages` as one script, which imports the elements from `inlay.js` beside it as a
 * page without a build does.
 */
export async function pageScript(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../pages/${name}.ts`, import.meta.url))],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    plugins: [
      {
        name: 'elements-beside',
        setup({ onResolve }) {
          onResolve({ filter: /^@inlay\/widgets$/ }, () => ({
            path: './inlay.js',
            external: true,
          }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}
