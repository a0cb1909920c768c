/** How the elements are bundled for browsers: ES modules, shared chunks, nothing from elsewhere. */
export const bundling = {
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  platform: 'browser',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
};
