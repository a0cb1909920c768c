import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';
import { anchorOf } from '../../scripts/documents/anchors.mjs';

const parts = JSON.parse(readFileSync(new URL('../.pages/navigation.json', import.meta.url)));
/** Where the site is on its host; `/` unless `BASE_PATH` says otherwise. */
const base = process.env.BASE_PATH ?? '/';
/** Elsewhere, one link leads to the elements. */
const elementsAside = parts.map((part) =>
  part.text === 'Elements' ? { ...part, items: part.items.slice(0, 1) } : part,
);

export default defineConfig({
  base,
  srcDir: '.pages',
  srcExclude: ['public/**'],
  outDir: 'dist',
  cacheDir: '../.cache/site',
  title: 'Inlay',
  description: 'Statistics of calls, messages, AI and engagement as custom elements for your CRM',
  lang: 'en',
  head: [['link', { rel: 'icon', href: `${base}icon.svg`, type: 'image/svg+xml' }]],
  ignoreDeadLinks: 'localhostLinks',
  markdown: {
    anchor: { slugify: anchorOf },
    config(md) {
      // What scrolls can be reached by the keyboard, as blocks with a language can.
      md.renderer.rules.code_block = (tokens, index) =>
        `<pre v-pre tabindex="0"><code>${md.utils.escapeHtml(tokens[index].content)}</code></pre>\n`;
    },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } } },
  themeConfig: {
    logo: '/icon.svg',
    nav: [
      { text: 'Embed', link: '/embedding.md' },
      { text: 'Elements', link: '/elements/' },
      { text: 'SDK', link: '/sdk.md' },
      { text: 'Server', link: '/server.md' },
    ],
    sidebar: { '/elements/': parts, '/': elementsAside },
    outline: [2, 3],
    search: { provider: 'local' },
    docFooter: { prev: false, next: false },
  },
});
