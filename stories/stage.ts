import type { Decorator } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';

/** A page of a host: its colours and font, its language, and the width that it leaves. */
export const stage: Decorator = (story, { globals, viewMode }) => {
  const theme = String(globals['theme']);
  const width = String(globals['width']);
  const locale = String(globals['locale']);
  return html`<div
    class="stage ${theme} ${viewMode}"
    lang=${locale}
    dir=${locale.startsWith('ar') ? 'rtl' : 'ltr'}
    @inlay-navigate=${stay}
  >
    <div class="container" style=${width === 'full' ? nothing : `inline-size: ${width}`}>
      ${story()}
    </div>
  </div>`;
};

/** Links lead to the host's pages, of which stories have none; the action is logged all the same. */
function stay(event: Event): void {
  event.preventDefault();
}
