import { minifiedTemplates } from './minify-templates.mjs';

/** How the elements are bundled for browsers: ES modules, shared chunks, nothing from elsewhere. */
export const bundling = {
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  platform: 'browser',
  minify: true,
  plugins: [minifiedTemplates],
  legalComments: 'linked',
  logLevel: 'warning',
};
