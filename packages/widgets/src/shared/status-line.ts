import type { Meta } from '@inlay/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatAsOf, formatRange } from './format.js';
import { icons } from './icons.js';
import type { RefreshTimer } from './refresh-timer.js';
import { statesWords } from './states.words.js';

/** The dates that an answer is about, both included; empty when it has no range. */
export function datesOf({ from, to, generated_at }: Meta, locale: string): string {
  if (!from || !to) return '';
  return formatRange(from, to, locale, Number(generated_at.slice(0, 4)));
}

/** The same, made as much later as the server confirmed it by saying that nothing has changed. */
export function confirmed(meta: Meta, afterMs: number): Meta {
  if (afterMs === 0) return meta;
  const asOf = new Date(Date.parse(meta.generated_at) + afterMs);
  return { ...meta, generated_at: asOf.toISOString() };
}

/** `22 Oct – 20 Nov · as of 14:05`, and Pause where the element refreshes itself. */
export function currentStatus(
  meta: Meta,
  locale: string,
  sentence: string,
  timer: RefreshTimer,
): TemplateResult {
  const asOf = html`<time datetime=${meta.generated_at}
    >${statesWords().asOf(timeOf(meta, locale))}</time
  >`;
  const dates = datesOf(meta, locale);
  const text = sentence || html`${dates ? html`<span>${dates}</span> · ` : nothing}${asOf}`;
  return html`<span class="words">${text}</span>${timer.active ? pauseButton(timer) : nothing}`;
}

/** The numbers are old: how old, and Retry. */
export function staleStatus(
  meta: Meta,
  locale: string,
  pending: boolean,
  retry: () => void,
): TemplateResult {
  const notice = statesWords().stale(timeOf(meta, locale));
  const text = [notice, datesOf(meta, locale)].filter(Boolean).join(' · ');
  return html`${icons.warning}<span class="words stale" part="stale" title=${text}>${text}</span>
    <button
      class="button text"
      part="button retry"
      type="button"
      aria-disabled=${pending ? 'true' : nothing}
      @click=${retry}
    >
      ${statesWords().retry}
    </button>`;
}

function timeOf(meta: Meta, locale: string): string {
  return formatAsOf(meta.generated_at, meta.timezone, locale, Date.now());
}

/** Pauses and resumes what refreshes itself. */
export function pauseButton(timer: RefreshTimer): TemplateResult {
  const { pause, resume } = statesWords();
  const label = timer.paused ? resume : pause;
  const toggle = () => (timer.paused = !timer.paused);
  return html`<button
    class="button text"
    part="button pause"
    type="button"
    aria-label=${label}
    title=${label}
    @click=${toggle}
  >
    ${timer.paused ? icons.play : icons.pause}
  </button>`;
}
