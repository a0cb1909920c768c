import type { SliceClient } from '@inlay/sdk/client';
import { svg, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { DefinitionsContents } from './definitions-contents.js';
import { definitionsWords } from './definitions.words.js';
import { icon } from './icons.js';
import { Popup } from './popup.js';

/** Of which numbers the meaning is told, and who knows it. */
export interface DefinitionsSubject {
  readonly client: SliceClient;
  /** The slice's `name`. */
  readonly slice: string;
  /** Where the numbers stand in the slice's answer: `response_insights.response_rate`. */
  readonly metrics: readonly string[];
  /** The query parameter under which they are counted as they are: `unanswered_by=message`. */
  readonly when: string | null;
  /** Name of the element. */
  readonly name: string;
}

const about = svg`<circle cx="8" cy="8" r="6.25"></circle>
  <path d="M8 7.5V11M8 5v.1"></path>`;

/**
 * A small button that tells what an element's numbers are, in the words of the server.
 * Parts: `button definitions-button`, `definitions`, `definition`.
 */
export class Definitions {
  readonly #popup: Popup<DefinitionsContents>;
  #subject: DefinitionsSubject | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#popup = new Popup(host, {
      id: 'definitions',
      align: 'start',
      make: ({ DefinitionsContents }) => new DefinitionsContents(host),
      opened: (panel, contents) => {
        panel.focus({ preventScroll: true });
        if (this.#subject) void contents.ask(this.#subject.client);
      },
    });
  }

  render(subject: DefinitionsSubject): [TemplateResult, TemplateResult] {
    this.#subject = subject;
    const label = definitionsWords().button(subject.name);
    return [
      this.#popup.renderButton({
        classes: 'text head-button',
        part: 'button definitions-button',
        opens: 'dialog',
        label,
        content: icon(about),
      }),
      this.#popup.renderPanel({
        classes: 'definitions',
        part: 'definitions',
        role: 'dialog',
        label,
        takesFocus: true,
        content: (contents) => contents.render(subject),
      }),
    ];
  }
}
