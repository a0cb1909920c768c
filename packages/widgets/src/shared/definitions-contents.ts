import type { SliceClient } from '@inlay/sdk/client';
import { definitions, type Definition } from '@inlay/sdk/contract';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { definitionsContentsStyles } from './definitions-contents.styles.js';
import { definitionsContentsWords } from './definitions-contents.words.js';
import type { DefinitionsSubject } from './definitions.js';
import type { PopupContents } from './popup.js';
import { popupStyles } from './popup.styles.js';
import { failureWords } from './states.js';
import { statesWords } from './states.words.js';

/** What an element's numbers are, number by number, as the server defines them. */
export class DefinitionsContents implements PopupContents {
  readonly styles = [popupStyles, definitionsContentsStyles];
  readonly #host: ReactiveControllerHost & HTMLElement;
  #client: SliceClient | undefined;
  #known: readonly Definition[] | undefined;
  #error: Error | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
  }

  /** Asks for the definitions; what is known of the same client stays until the answer is there. */
  async ask(client: SliceClient): Promise<void> {
    if (client !== this.#client) this.#settle(undefined, undefined);
    else this.#settle(this.#known, undefined);
    this.#client = client;
    try {
      const answer = await client.get(definitions);
      if (client === this.#client) this.#settle(answer.definitions, undefined);
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      if (client === this.#client) this.#settle(this.#known, error);
    }
  }

  render({ client, slice, metrics, when }: DefinitionsSubject): TemplateResult {
    const text = definitionsContentsWords();
    const shown = this.#known?.filter(
      (one) => one.slice === slice && one.when === when && metrics.includes(one.metric),
    );
    return html`<p class="definitions-title">${text.heading}</p>
      <div class="definitions-state" role="status">${this.#state(shown, client)}</div>
      ${shown?.length ? html`<dl>${shown.map(definition)}</dl>` : nothing}`;
  }

  #state(shown: readonly Definition[] | undefined, client: SliceClient): unknown {
    if (shown) return shown.length > 0 ? nothing : definitionsContentsWords().none;
    const { loading, retry } = statesWords();
    if (!this.#error) return loading;
    return html`<span>${failureWords(this.#error)}</span>
      <button
        class="button text"
        part="button definitions-retry"
        type="button"
        @click=${() => this.#askAgain(client)}
      >
        ${retry}
      </button>`;
  }

  /** The button goes, so that the focus would fall out of the panel. */
  #askAgain(client: SliceClient): void {
    this.#host.shadowRoot?.querySelector<HTMLElement>('.definitions')?.focus();
    void this.ask(client);
  }

  #settle(known: readonly Definition[] | undefined, error: Error | undefined): void {
    this.#known = known;
    this.#error = error;
    this.#host.requestUpdate();
  }
}

function definition(one: Definition): TemplateResult {
  const text = definitionsContentsWords();
  return html`<div class="definition" part="definition">
    <dt>${one.name}</dt>
    <dd>${one.formula}</dd>
    ${term(text.numerator, one.numerator)} ${term(text.denominator, one.denominator)}
    ${term(text.unit, text.units[one.unit])} ${term(text.excludes, one.excludes)}
  </div>`;
}

function term(name: string, meaning: string | null): unknown {
  return meaning === null ? nothing : html`<dd class="term">${name}: ${meaning}</dd>`;
}
