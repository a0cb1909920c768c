import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';
import { manifestPlugin } from './manifest-plugin.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../*.mdx', '../*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      plugins: [manifestPlugin(root)],
      optimizeDeps: { include: libraries },
      resolve: { alias: sources },
    }),
};

/** Prepared before the first page, which would be loaded twice if they were found on the way. */
const libraries = ['lit', 'lit/directive.js', 'lit/directives/*.js', 'lit/static-html.js'];

/** The SDK's sources in place of what was last built of it. */
const sources = [
  { find: /^@inlay\/sdk\/contract$/, replacement: `${root}packages/sdk/src/contract/index.ts` },
  { find: /^@inlay\/sdk\/contract\/(.+)$/, replacement: `${root}packages/sdk/src/contract/$1.ts` },
  { find: /^#schema$/, replacement: `${root}packages/sdk/src/schema.ts` },
  { find: /^@inlay\/sdk\/client$/, replacement: `${root}packages/sdk/src/client.ts` },
];

export default config;
