import type { GetOptions, SliceClient } from '@inlay/sdk/client';
import { StatsError, type StatsErrorKind } from '@inlay/sdk/client';
import type { AnswerOf, CallRow, QueryOf, Slice } from '@inlay/sdk/contract';

/** One request that an element made, waiting for the test to answer it. */
export interface ScriptedRequest {
  /** The slice's `name`. */
  readonly slice: string;
  readonly query: Record<string, unknown>;
  readonly fresh: boolean;
  readonly signal: AbortSignal | undefined;
  answer(value: unknown): Promise<void>;
  fail(error: StatsErrorKind | Error): Promise<void>;
}

/**
 * A client whose every answer is given by the test: nothing settles by itself. Aborts reject with
 * the signal's reason, as the real one's do.
 */
export class ScriptedClient implements SliceClient {
  readonly requests: ScriptedRequest[] = [];
  readonly #listeners = new Set<() => void>();
  #arrived: (() => void)[] = [];

  get<S extends Slice>(
    slice: S,
    query: QueryOf<S> = {} as QueryOf<S>,
    { signal, fresh = false }: GetOptions = {},
  ): Promise<AnswerOf<S>> {
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      this.requests.push({
        slice: slice.name,
        query: query as Record<string, unknown>,
        fresh,
        signal,
        answer: (value) => settled(() => resolve(value as AnswerOf<S>)),
        fail: (error) =>
          settled(() => reject(typeof error === 'string' ? scriptedError(error) : error)),
      });
      for (const arrive of this.#arrived.splice(0)) arrive();
    });
  }

  /** The latest request. */
  get last(): ScriptedRequest {
    const last = this.requests.at(-1);
    if (!last) throw new Error('No request has been made');
    return last;
  }

  /** Resolves as soon as `count` requests have been made in all. */
  async arrival(count = 1): Promise<ScriptedRequest> {
    while (this.requests.length < count) {
      await new Promise<void>((resolve) => this.#arrived.push(resolve));
    }
    return this.last;
  }

  /** Tells every element that the reader is another one. */
  changeIdentity(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  /** Lets the server confirm answers this long after they were received. */
  confirmedMs = 0;

  confirmedAfterMs(): number {
    return this.confirmedMs;
  }

  onAnswer(): () => void {
    throw new Error('not scripted');
  }

  onIdentityChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  invalidate(): void {}

  clear(): void {
    this.changeIdentity();
  }

  async resolveRecording(call: CallRow): Promise<string | null> {
    return call.recording_url;
  }
}

/** An error as the server's would be, with a request id. */
export function scriptedError(kind: StatsErrorKind): StatsError {
  return new StatsError(kind, `Scripted: ${kind}`, { requestId: 'req-7f3a' });
}

/** Lets everybody who waits for it learn of it first. */
async function settled(act: () => void): Promise<void> {
  act();
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}
