import { isStatsError, type SliceClient, type StatsError } from '@inlay/sdk/client';
import type { AnswerOf, QueryOf, Slice } from '@inlay/sdk/contract';
import { initialState, Task, TaskStatus } from '@lit/task';
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
 * Loads one slice for an element and tells where it stands. Around `@lit/task`, and adds what Task
 * leaves out: aborts on disconnect and runs again on reconnect, keeps the last answer on error,
 * forgets it when the slice or the reader changes (another client, or the client says so), and
 * never takes an abort for an error.
 *
 * Fires `inlay-error` at the host for every failure, `detail: { error }`, and once for all tasks
 * of a client `inlay-session-expired` when the failure is the end of the reader's session.
 */
export class SliceTask<S extends Slice> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #source: () => SliceSource<S>;
  readonly #task: Task<Arguments<S>, AnswerOf<S>>;
  #args: Arguments<S> | undefined;
  #connection = 0;
  #fresh = false;
  #answer: AnswerOf<S> | undefined;
  #error: Error | undefined;
  #announced = true;
  #stopListening: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, source: () => SliceSource<S>) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
    this.#task = new Task<Arguments<S>, AnswerOf<S>>(host, {
      args: () => this.#currentArgs(),
      task: ([client, slice], { signal }) => this.#ask(client, slice, signal),
      onComplete: (answer) => this.#succeed(answer),
      onError: (error) => this.#fail(error),
    });
  }

  get state(): SliceState<AnswerOf<S>> {
    const { data } = this.#source();
    if (data !== undefined) return { kind: 'ready', answer: data, pending: false };
    const pending = this.#task.status === TaskStatus.PENDING;
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
    this.#fresh = true;
    await this.#task.run();
  }

  hostConnected(): void {
    this.#connection++;
    this.#host.requestUpdate();
  }

  /** An element that is only moved keeps its answer; one that stays away may not know its reader. */
  hostDisconnected(): void {
    this.#task.abort();
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

  async #ask(client: SliceClient | undefined, slice: S, signal: AbortSignal) {
    const fresh = this.#fresh;
    this.#fresh = false;
    const { query } = this.#source();
    if (!client || query === undefined || !this.#host.isConnected) return initialState;
    try {
      return await client.get(slice, query, { signal, fresh });
    } catch (error) {
      if (signal.aborted) return initialState;
      throw error;
    }
  }

  #settle(answer: AnswerOf<S> | undefined, error: Error | undefined): void {
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
    this.#settle(undefined, undefined);
  }
}

function isUnauthenticated(error: Error): boolean {
  return isStatsError(error) && error.kind === 'unauthenticated';
}

function isDenied(error: Error | undefined): error is StatsError {
  return isStatsError(error) && error.kind === 'denied';
}
