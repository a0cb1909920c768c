import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect } from '@open-wc/testing';
import { emulate } from './emulate.js';

declare global {
  var axe: { run(root: Element, options: RunOptions): Promise<AxeResults> };
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** The ways in which a page may show an element; each on its own, beside the plain one. */
const settings: Record<string, Setting> = {
  light: {},
  dark: {
    media: { 'prefers-color-scheme': 'dark' },
    styles: { colorScheme: 'dark', background: '#0b0f19', color: '#e5e7eb' },
  },
  'forced colours': { media: { 'forced-colors': 'active' } },
  'right to left': { dir: 'rtl' },
  '320 px': { styles: { width: '320px' } },
};

interface Setting {
  media?: Record<string, string>;
  styles?: Partial<CSSStyleDeclaration>;
  dir?: 'rtl';
}

/** Asserts that axe finds nothing wrong (WCAG 2.2 AA) with an element in every setting. */
export async function expectAccessible(element: HTMLElement): Promise<void> {
  const page = document.body;
  const before = page.getAttribute('style') ?? '';
  try {
    for (const [name, { media = {}, styles = {}, dir = 'ltr' }] of Object.entries(settings)) {
      await emulate({ 'prefers-reduced-motion': 'reduce', ...media });
      page.style.cssText = 'background: #ffffff; color: #111827';
      Object.assign(page.style, styles);
      page.dir = dir;
      await nextFrame();
      expect(await violationsOf(element), name).to.deep.equal([]);
    }
  } finally {
    page.style.cssText = before;
    page.removeAttribute('dir');
    await emulate({});
  }
}

async function violationsOf(element: HTMLElement): Promise<string[]> {
  const { violations } = await axe.run(element, { runOnly: wcag, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
  );
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
  );
}
