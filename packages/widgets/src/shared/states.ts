import { isStatsError } from '@inlay/sdk/client';
import { html, nothing, type TemplateResult } from 'lit';
import { icons } from './icons.js';
import { statesWords } from './states.words.js';

/** Why a slice could not be loaded, in the reader's words. */
export function failureWords(error: Error): string {
  return statesWords().failures[isStatsError(error) ? error.kind : 'unknown'];
}

/** A sentence in the place of the numbers: there are none. */
export function emptyMessage(sentence: string): TemplateResult {
  return html`<div class="message" part="message empty"><p>${sentence}</p></div>`;
}

/** What failed, Retry, and the request's id in small type. */
export function errorMessage(error: Error, pending: boolean, retry: () => void): TemplateResult {
  const { requestId: id, kind } = isStatsError(error) ? error : {};
  const expired = kind === 'unauthenticated' ? ' expired' : '';
  return html`<div class="message" part="message error${expired}">
    <p>${failureWords(error)}</p>
    <button
      class="button"
      part="button retry"
      type="button"
      aria-disabled=${pending ? 'true' : nothing}
      @click=${retry}
    >
      ${statesWords().retry}
    </button>
    ${id ? html`<p class="small" part="request-id">${statesWords().requestId(id)}</p>` : nothing}
  </div>`;
}

/** What a reader has opened could not be fetched. */
export function notLoadedMessage(): TemplateResult {
  return html`<p role="alert">${statesWords().notLoaded}</p>`;
}

/** A lock and one sentence. There is no retry: asking again changes nothing. */
export function deniedMessage(): TemplateResult {
  return html`<div class="message" part="message denied">
    ${icons.lock}
    <p>${statesWords().failures.denied}</p>
  </div>`;
}
