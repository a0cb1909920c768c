import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { withActions } from 'storybook/actions/decorator';
import manifest from 'virtual:custom-elements-manifest';
import { defineAll } from '../../packages/widgets/src/define.js';
import { generatedAt } from '../../packages/widgets/src/testing/fixtures/range.js';
import { argTypesOf, descriptionOf } from '../arg-types.js';
import { stage } from '../stage.js';

/** The clock of the stories starts when the answers of the fixtures were made. */
const start = Date.parse(generatedAt) - performance.now();
Date.now = () => Math.round(start + performance.now());

setCustomElementsManifest(manifest);
defineAll();

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [stage, withActions],
  parameters: {
    layout: 'fullscreen',
    actions: {
      handles: [
        'inlay-range-change',
        'inlay-select',
        'inlay-navigate',
        'inlay-error',
        'inlay-session-expired',
      ],
    },
    controls: { expanded: true, sort: 'none' },
    docs: {
      extractArgTypes: argTypesOf,
      extractComponentDescription: descriptionOf,
      source: { excludeDecorators: true },
      toc: true,
    },
    backgrounds: { disable: true },
    viewport: { disable: true },
    options: {
      storySort: {
        order: [
          'Introduction',
          'Foundation',
          'Calls',
          'Messaging',
          'AI',
          'Plans',
          'Engagement',
          'Page',
        ],
      },
    },
    a11y: { options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] } },
  },
  initialGlobals: { theme: 'light', width: 'full', locale: 'en-GB' },
  globalTypes: {
    theme: {
      description: 'Look of the host',
      toolbar: {
        title: 'Theme',
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
          { value: 'host', title: 'A host of its own', icon: 'browser' },
        ],
      },
    },
    width: {
      description: 'Width of the container',
      toolbar: {
        title: 'Width',
        icon: 'ruler',
        dynamicTitle: true,
        items: [
          { value: 'full', title: 'Full width' },
          { value: '320px', title: '320 px' },
          { value: '480px', title: '480 px' },
          { value: '768px', title: '768 px' },
          { value: '1280px', title: '1280 px' },
        ],
      },
    },
    locale: {
      description: 'Language of the host',
      toolbar: {
        title: 'Locale',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en-GB', title: 'English' },
          { value: 'de-DE', title: 'Deutsch' },
          { value: 'ar-EG', title: 'العربية (right to left)' },
        ],
      },
    },
  },
};

export default preview;
