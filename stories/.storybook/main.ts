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
    resolve: { ...vite.resolve, alias: { ...vite.resolve?.alias, ...sources } },
  }),
};

/** The SDK's sources in place of what was last built of it. */
const sources = {
  '@inlay/sdk/client': `${root}packages/sdk/src/client.ts`,
  '@inlay/sdk/contract': `${root}packages/sdk/src/contract/index.ts`,
};

export default config;
