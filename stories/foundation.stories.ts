import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import './token-sheet.js';
import type { TokenGroup } from './token-sheet.js';

export default { title: 'Foundation/Tokens', parameters: { controls: { disable: true } } };

const sheet = (group: TokenGroup): StoryObj => ({
  render: () => html`<story-tokens .group=${group}></story-tokens>`,
});

/** Alpha of the host's text colour, so that a dark host needs no second palette. */
export const Neutrals = sheet('neutrals');

/** What can be pressed, and where the focus is. */
export const Accents = sheet('accents');

/** Good, warning and poor; always beside an icon and a word. */
export const Grades = sheet('grades');

/** What is counted. They follow `color-scheme` and hold 3:1 against the background. */
export const Data = sheet('data');

/** Type, space and corners, in pixels: the host's root font size is none of ours. */
export const Sizes = sheet('sizes');
