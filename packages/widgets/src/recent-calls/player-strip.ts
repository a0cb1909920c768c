import { html, nothing, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatPosition } from '../shared/format.js';
import { icons } from '../shared/icons.js';
import { recordingWords } from './recent-calls.words.js';
import { styleProps } from '../views/style-props.js';
import type { RecordingPlayer } from './recording-player.js';

const cross = svg`<path d="m4.5 4.5 7 7M11.5 4.5l-7 7"></path>`;

/** What the strip needs to know of its call. */
export interface StripData {
  readonly contact: string;
  readonly locale: string;
  readonly retry: () => void;
  readonly close: () => void;
}

/** The open player beneath its call: position, slider and length, or what went wrong. */
export function playerStrip(player: RecordingPlayer, data: StripData): TemplateResult {
  const text = recordingWords();
  return html`<div
    class="player"
    part="player"
    role="group"
    aria-label=${text.player(data.contact)}
  >
    ${player.audio ?? nothing} ${content(player, data)}
    <button
      class="button text square"
      part="button close-player"
      type="button"
      aria-label=${text.close}
      title=${text.close}
      @click=${data.close}
    >
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${cross}</svg>
    </button>
  </div>`;
}

function content(player: RecordingPlayer, { locale, retry }: StripData): TemplateResult {
  const text = recordingWords();
  const { playback } = player;
  if (playback?.kind === 'failed') {
    return html`${icons.warning}
      <span class="sentence" part="player-error" role="alert">${text.failures[playback.why]}</span>
      <button class="button text" part="button player-retry" type="button" @click=${retry}>
        ${text.retry}
      </button>`;
  }
  if (playback?.kind === 'resolving') {
    return html`<span class="sentence" role="status">${text.loading}</span>`;
  }
  return slider(player, locale);
}

function slider(player: RecordingPlayer, locale: string): TemplateResult {
  const text = recordingWords();
  const [position, length] = [player.position, player.length];
  const [value, max] = [Math.floor(position), Math.max(1, Math.ceil(length))];
  const [at, end] = [formatPosition(position, locale), formatPosition(length, locale)];
  return html`<span class="position" aria-hidden="true">${at}</span>
    <input
      class="slider"
      part="slider"
      type="range"
      min="0"
      max=${max}
      step="1"
      .value=${live(String(value))}
      ${styleProps({ '--played': `${Math.min(value / max, 1) * 100}%` })}
      aria-label=${text.position}
      aria-valuetext=${text.of(at, end)}
      @input=${(event: InputEvent) =>
        player.seek(Number((event.currentTarget as HTMLInputElement).value))}
    />
    <span class="position" aria-hidden="true">${end}</span>`;
}
