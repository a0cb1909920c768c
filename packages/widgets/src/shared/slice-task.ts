import { isStatsError, type SliceClient, type StatsError } from '@inlay/sdk/client';
import type { AnswerOf, QueryOf, Slice } from '@inlay/sdk/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a slice's task asks of its element, anew at every update. */
export interface SliceSource<S extends Slice> {
  readonly slice: S;
  /** `undefined` while there is nobody to ask. */
  readonly client: SliceClient | undefined;
  /** `undefined` while it is not known what to ask for. */
  readonly query: QueryOf<S> | undefined;
  /** A ready answer; nothing is fetched while there is one. */
  readonly data: AnswerOf<S> | undefined;
}

/**
 * Where a slice stands. A failure after an answer is `stale`: the answer is still shown, under its
 * own range. A refusal (403) is `denied` and forgets the answer.
 */
export type SliceState<Answer> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly answer: Answer; readonly pending: boolean }
  | {
      readonly kind: 'stale';
      readonly answer: Answer;
      readonly pending: boolean;
      readonly error: Error;
    }
  | { readonly kind: 'error'; readonly error: Error; readonly pending: boolean }
  | { readonly kind: 'denied'; readonly error: StatsError };

type Arguments<S extends Slice> = readonly [
  client: SliceClient | undefined,
  slice: S,
  query: string | undefined,
  connection: number,
];

/** Clients whose reader's session has ended, which the page has been told. */
const expired = new WeakSet<SliceClient>();

/**
 * Loads one slice for an element and tells where it stands. Asks when what it asks for has changed,
 * gives up on disconnect and asks again on reconnect, keeps the last answer on error, forgets it when
 * the slice or the reader changes (another client, or the client says so), and never takes an abort
 * for an error.
 *
 * Fires `inlay-error` at the host for every failure, `detail: { error }`, and once for all tasks
 * of a client `inlay-session-expired` when the failure is the end of the reader's session.
 */
export class SliceTask<S extends Slice> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #source: () => SliceSource<S>;
  #args: Arguments<S> | undefined;
  #connection = 0;
  /** Gives up the request that is on its way; none while there is none. */
  #asked: AbortController | undefined;
  #answer: AnswerOf<S> | undefined;
  #error: Error | undefined;
  #announced = true;
  #stopListening: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, source: () => SliceSource<S>) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  get state(): SliceState<AnswerOf<S>> {
    const { data } = this.#source();
    if (data !== undefined) return { kind: 'ready', answer: data, pending: false };
    const pending = this.#asked !== undefined;
    const [answer, error] = [this.#answer, this.#error];
    if (isDenied(error)) return { kind: 'denied', error };
    if (answer !== undefined && error) return { kind: 'stale', answer, error, pending };
    if (answer !== undefined) return { kind: 'ready', answer, pending };
    if (error) return { kind: 'error', error, pending };
    return { kind: 'loading' };
  }

  /** Whether the last failure is to be told to screen readers: nobody prevented `inlay-error`. */
  get announced(): boolean {
    return this.#announced;
  }

  /** Asks again, past every cache. Resolves when the answer or the failure is there. */
  async refresh(): Promise<void> {
    if (!this.#host.isConnected || this.#source().data !== undefined) return;
    await this.#ask(true);
  }

  hostUpdate(): void {
    const before = this.#args;
    if (this.#currentArgs().some((arg, index) => arg !== before?.[index])) void this.#ask(false);
  }

  hostConnected(): void {
    this.#connection++;
    this.#host.requestUpdate();
  }

  /** An element that is only moved keeps its answer; one that stays away may not know its reader. */
  hostDisconnected(): void {
    this.#giveUp();
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#stopListening?.();
      this.#stopListening = undefined;
      this.#forget();
    });
  }

  /** While disconnected nothing changes, so that nothing is asked. */
  #currentArgs(): Arguments<S> {
    if (!this.#host.isConnected && this.#args) return this.#args;
    const { client, slice, query, data } = this.#source();
    const before = this.#args;
    const asked = data === undefined ? client : undefined;
    const text = query === undefined ? undefined : JSON.stringify(query);
    if (before && (before[0] !== asked || before[1] !== slice)) this.#forget();
    if (before && before[2] !== text && !isDenied(this.#error)) this.#error = undefined;
    this.#args = [asked, slice, text, this.#connection];
    if (before?.[0] !== asked || !this.#stopListening) this.#listen(asked);
    return this.#args;
  }

  #listen(client: SliceClient | undefined): void {
    this.#stopListening?.();
    this.#stopListening = client?.onIdentityChange(() => {
      expired.delete(client);
      this.#forget();
      this.#connection++;
      this.#host.requestUpdate();
    });
  }

  /** What is on its way is given up for it. */
  async #ask(fresh: boolean): Promise<void> {
    const [client, slice] = this.#currentArgs();
    const { query } = this.#source();
    this.#giveUp();
    this.#host.requestUpdate();
    if (!client || query === undefined || !this.#host.isConnected) return;
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    try {
      const answer = await client.get(slice, query, { signal, fresh });
      if (!signal.aborted) this.#succeed(answer);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
    this.#host.requestUpdate();
  }

  #giveUp(): void {
    this.#asked?.abort();
    this.#asked = undefined;
  }

  #settle(answer: AnswerOf<S> | undefined, error: Error | undefined): void {
    this.#asked = undefined;
    this.#answer = answer;
    this.#error = error;
  }

  #succeed(answer: AnswerOf<S>): void {
    this.#settle(answer, undefined);
    const [client] = this.#args ?? [];
    if (client) expired.delete(client);
  }

  #fail(thrown: unknown): void {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    this.#settle(isDenied(error) ? undefined : this.#answer, error);
    this.#announced = this.#fire('inlay-error', { error, cancelable: true });
    const [client] = this.#args ?? [];
    if (!client || !isUnauthenticated(error) || expired.has(client)) return;
    expired.add(client);
    this.#fire('inlay-session-expired', { error, cancelable: false });
  }

  #fire(type: string, { error, cancelable }: { error: Error; cancelable: boolean }): boolean {
    const detail = { error };
    return this.#host.dispatchEvent(
      new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }),
    );
  }

  #forget(): void {
    this.#giveUp();
    this.#settle(undefined, undefined);
  }
}

function isUnauthenticated(error: Error): boolean {
  return isStatsError(error) && error.kind === 'unauthenticated';
}

function isDenied(error: Error | undefined): error is StatsError {
  return isStatsError(error) && error.kind === 'denied';
}
