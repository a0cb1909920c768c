import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';
import { manifestPlugin } from './manifest-plugin.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../introduction.mdx', '../*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), manifestPlugin(root)],
    optimizeDeps: {
      ...vite.optimizeDeps,
      include: [...(vite.optimizeDeps?.include ?? []), ...libraries],
    },
    resolve: { ...vite.resolve, alias: { ...vite.resolve?.alias, ...sources } },
  }),
};

/** Prepared before the first page, which would be loaded twice if they were found on the way. */
const libraries = [
  'lit',
  'lit/decorators.js',
  'lit/directive.js',
  'lit/directives/*.js',
  'lit/static-html.js',
  '@lit/context',
  '@lit/task',
  'zod/mini',
];

/** The SDK's sources in place of what was last built of it. */
const sources = {
  '@inlay/sdk/client': `${root}packages/sdk/src/client.ts`,
  '@inlay/sdk/contract': `${root}packages/sdk/src/contract/index.ts`,
};

export default config;
