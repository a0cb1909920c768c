import type { GetOptions, StatsErrorKind } from '@inlay/sdk/client';
import type { AnswerOf, CallRow, QueryOf, Slice } from '@inlay/sdk/contract';
import {
  ScriptedClient,
  type ScriptedRequest,
} from '../packages/widgets/src/testing/scripted-client.js';
import { toneOf } from './tone.js';

/** How a request ends. `waiting`: it does not. */
export type Outcome =
  { readonly answer: unknown } | { readonly fail: StatsErrorKind } | { readonly waiting: true };

/**
 * Decides how the requests for a slice end.
 * @param turn 0 for the first time that something is asked for, 1 for the first refresh …
 */
export type Script = (request: ScriptedRequest, turn: number) => Outcome;

/** What comes of Play: a sound, nothing, or a failure. */
export type Recordings = 'play' | 'missing' | 'unreachable';

interface Turn {
  readonly number: number;
  readonly outcome: Outcome;
  readonly over: Promise<void>;
  isOver: boolean;
}

/**
 * A scripted client that answers by itself, after a moment. As the real one does, it lets elements
 * that ask for the same share one request and keeps an answer until it is refreshed.
 */
export class StoryClient extends ScriptedClient {
  readonly #turns = new Map<string, Turn>();
  readonly #delay: number;
  #script: Script;

  /** What the recording of every call comes to. */
  recordings: Recordings = 'play';

  /** @param delay Milliseconds until an answer comes */
  constructor(script: Script, delay: number) {
    super();
    this.#script = script;
    this.#delay = delay;
  }

  /** How requests end that are made from now on. */
  set script(script: Script) {
    this.#script = script;
  }

  /** Resolves when something has been asked for and every answer so far has been given. */
  async quiet(): Promise<void> {
    await this.arrival();
    await Promise.all([...this.#turns.values()].map(({ over }) => over));
    await new Promise((resolve) => setTimeout(resolve));
  }

  override get<S extends Slice>(
    slice: S,
    query: QueryOf<S> = {} as QueryOf<S>,
    options: GetOptions = {},
  ): Promise<AnswerOf<S>> {
    const answer = super.get(slice, query, options);
    void this.#settle(this.last);
    return answer;
  }

  override async resolveRecording(call: CallRow): Promise<string | null> {
    await this.#moment();
    if (this.recordings === 'unreachable') throw new Error('Scripted: no recording can be reached');
    return this.recordings === 'missing' ? null : URL.createObjectURL(toneOf(secondsOf(call)));
  }

  async #settle(request: ScriptedRequest): Promise<void> {
    const { outcome, over } = this.#turnOf(request);
    await over;
    if ('answer' in outcome) await request.answer(outcome.answer);
    else if ('fail' in outcome) await request.fail(outcome.fail);
  }

  #turnOf(request: ScriptedRequest): Turn {
    const key = `${request.slice} ${JSON.stringify(request.query)}`;
    const latest = this.#turns.get(key);
    if (latest && this.#holds(latest, request)) return latest;
    const number = latest ? latest.number + 1 : 0;
    const outcome = this.#script(request, number);
    const turn: Turn = { number, outcome, isOver: false, over: this.#moment() };
    void turn.over.then(() => (turn.isOver = true));
    this.#turns.set(key, turn);
    return turn;
  }

  #holds({ outcome, isOver }: Turn, { fresh }: ScriptedRequest): boolean {
    return !isOver || (!fresh && 'answer' in outcome);
  }

  #moment(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.#delay));
  }
}

/** A call that is still going on has a recording of its beginning. */
function secondsOf({ duration_secs }: CallRow): number {
  return duration_secs || 5;
}
