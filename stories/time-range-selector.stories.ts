import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as states from './states.js';

export default { ...states.storiesOf('time-range-selector'), title: 'Page/Time range selector' };

/** Without dates as long as nothing has been asked for. */
export const Ready = states.ready();

/** Shows and changes the range of its provider, and so of the elements inside. */
export const WithNumbers: StoryObj = states.ready({
  render: (args) =>
    html`${states.markup('time-range-selector', args)}
      <p></p>
      <kpi-cards></kpi-cards>`,
});

export const CustomRange = states.ready({
  args: { value: 'custom', from: '2026-10-01', to: '2026-10-31' },
});

/** The popover. Arrow keys choose a preset, Escape closes. */
export const Open: StoryObj = states.ready({
  args: { value: 'last_7_days' },
  play: ({ canvasElement }) => openIn(canvasElement),
});

export const OpenInTheDark: StoryObj = states.ready({
  globals: { theme: 'dark' },
  play: ({ canvasElement }) => openIn(canvasElement),
});

export const OpenAndNarrow: StoryObj = states.ready({
  globals: { width: '320px' },
  play: ({ canvasElement }) => openIn(canvasElement),
});

export const Narrow = states.narrow();
export const Dark = states.dark();
export const RightToLeft = states.rightToLeft();

async function openIn(canvas: HTMLElement): Promise<void> {
  (await states.partIn(canvas, 'time-range-selector', 'trigger')).click();
}
