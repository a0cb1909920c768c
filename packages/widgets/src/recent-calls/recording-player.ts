import type { CallRow } from '@inlay/sdk/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Finds the URL of a call's recording; `null` when there is none. */
export type Resolve = (call: CallRow, options: { signal: AbortSignal }) => Promise<string | null>;

/** Why a recording does not play. */
export type RecordingFailure = 'none' | 'unreachable' | 'unplayable';

/** Where the player stands with its call. */
export type Playback =
  | { readonly kind: 'resolving' }
  | { readonly kind: 'playing' | 'paused' }
  | { readonly kind: 'failed'; readonly why: RecordingFailure };

/** Tells every other player of the page, those of another copy of the library too, to pause. */
const startEvent = 'inlay-recording-start';

/**
 * Plays one recording at a time: in its element, and on its page. Nothing is resolved or loaded
 * before `toggle`. A player that has failed tries again on the next `toggle`.
 */
export class RecordingPlayer implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #resolve: Resolve;
  #call: CallRow | undefined;
  #playback: Playback | undefined;
  #audio: HTMLAudioElement | undefined;
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, resolve: Resolve) {
    this.#host = host;
    this.#resolve = resolve;
    host.addController(this);
  }

  /** The call whose player is open. */
  get callId(): string | undefined {
    return this.#call?.id;
  }

  get playback(): Playback | undefined {
    return this.#playback;
  }

  /** To be placed in the element; none before there is something to play. */
  get audio(): HTMLAudioElement | undefined {
    return this.#audio;
  }

  /** Seconds from the start. */
  get position(): number {
    return this.#audio?.currentTime ?? 0;
  }

  /** Seconds in all: as the recording says, else as long as the call was. */
  get length(): number {
    const { duration = NaN } = this.#audio ?? {};
    return Number.isFinite(duration) ? duration : (this.#call?.duration_secs ?? 0);
  }

  hostConnected(): void {
    document.addEventListener(startEvent, this.#onStart);
  }

  hostDisconnected(): void {
    document.removeEventListener(startEvent, this.#onStart);
    this.close();
  }

  /** Plays or pauses the call's recording; another one is closed first. */
  async toggle(call: CallRow): Promise<void> {
    if (call.id !== this.#call?.id || this.#playback?.kind === 'failed') return this.#open(call);
    if (this.#playback?.kind === 'playing') this.#audio?.pause();
    else if (this.#playback?.kind === 'paused') await this.#play();
  }

  seek(secs: number): void {
    if (!this.#audio) return;
    this.#audio.currentTime = secs;
    this.#host.requestUpdate();
  }

  /** Stops and forgets the recording, and what of it was loaded. */
  close(): void {
    this.#abort?.abort();
    this.#release();
    this.#call = undefined;
    this.#playback = undefined;
    this.#host.requestUpdate();
  }

  async #open(call: CallRow): Promise<void> {
    this.close();
    this.#call = call;
    this.#setPlayback({ kind: 'resolving' });
    const abort = new AbortController();
    this.#abort = abort;
    const url = await this.#urlOf(call, abort.signal);
    if (abort.signal.aborted) return;
    if (typeof url !== 'string') return this.#fail(url);
    this.#audio = this.#audioOf(url);
    this.#setPlayback({ kind: 'paused' });
    await this.#play();
  }

  async #urlOf(call: CallRow, signal: AbortSignal): Promise<string | RecordingFailure[]> {
    try {
      return (await this.#resolve(call, { signal })) ?? ['none'];
    } catch {
      // Whatever a host's resolver throws, the reader can only try again.
      return ['unreachable'];
    }
  }

  #fail([why = 'unplayable']: readonly RecordingFailure[]): void {
    this.#release();
    this.#setPlayback({ kind: 'failed', why });
  }

  async #play(): Promise<void> {
    const audio = this.#audio;
    if (!audio) return;
    document.dispatchEvent(new CustomEvent(startEvent, { detail: this }));
    try {
      await audio.play();
    } catch {
      // A failure is told by the `error` event. What is left: paused before it began, or a browser
      // that wants another click; either way it is paused and Play is at hand.
    }
  }

  #audioOf(url: string): HTMLAudioElement {
    const audio = document.createElement('audio');
    const update = () => this.#host.requestUpdate();
    const become = (kind: 'playing' | 'paused') => () => {
      if (audio === this.#audio) this.#setPlayback({ kind });
    };
    audio.addEventListener('play', become('playing'));
    audio.addEventListener('pause', become('paused'));
    audio.addEventListener('timeupdate', update);
    audio.addEventListener('durationchange', update);
    audio.addEventListener('error', () => {
      if (audio === this.#audio) this.#fail(['unplayable']);
    });
    audio.src = url;
    return audio;
  }

  #release(): void {
    const audio = this.#audio;
    this.#audio = undefined;
    if (!audio) return;
    audio.pause();
    audio.removeAttribute('src');
    audio.load();
  }

  #setPlayback(playback: Playback): void {
    this.#playback = playback;
    this.#host.requestUpdate();
  }

  readonly #onStart = (event: Event): void => {
    if ((event as CustomEvent).detail !== this) this.#audio?.pause();
  };
}
