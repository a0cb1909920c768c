import type { EndpointName } from '@inlay/sdk/contract';
import type { Principal } from '../access/principal.js';
import { ScopeCache } from '../access/scope-cache.js';
import { versionOf } from '../ingest/change-log.js';
import type { Store } from '../store/store.js';
import type { Clock } from '../time/clock.js';
import type { AnswerCache, KeptAnswer } from './answer-cache.js';
import {
  keyOf,
  scopeKeyOf,
  type MadeAnswer,
  type MakeAnswer,
  type Question,
} from './make-answer.js';
import { Versions } from './versions.js';

/** What a request asks. */
export interface Asked {
  readonly principal: Principal;
  readonly endpoint: EndpointName;
  /** The parameters, checked; called when it is known that the principal may ask. */
  readonly query: () => object;
}

export interface AnswersOptions {
  /** Says which version the rows have and what the principal sees. */
  readonly store: Store;
  readonly make: MakeAnswer;
  readonly cache: AnswerCache;
  readonly clock: Clock;
}

/** An answer, and a text that is the same for the same scope alone. */
export interface ScopedAnswer {
  readonly answer: KeptAnswer;
  readonly scopeKey: string;
}

interface Looked {
  readonly question: Question;
  readonly key: string;
  readonly version: number;
  readonly kept: KeptAnswer | undefined;
}

/**
 * Answers: an answer that was made before is given again while neither rows nor time have changed
 * it, and one that is being made is waited for.
 */
export class Answers {
  readonly #options: AnswersOptions;
  readonly #scopes = new ScopeCache();
  readonly #versions: Versions;
  readonly #underWay = new Map<string, Promise<MadeAnswer>>();

  constructor(options: AnswersOptions) {
    this.#options = options;
    this.#versions = new Versions(options.store);
  }

  async answerTo(asked: Asked): Promise<ScopedAnswer> {
    const { key, answer } = await this.#answerTo(asked);
    return { answer, scopeKey: scopeKeyOf(key) };
  }

  async #answerTo(asked: Asked): Promise<MadeAnswer> {
    const { question, key, version, kept } = await this.#look(asked);
    if (kept) return { key, answer: kept };
    const id = `${version} ${key}`;
    const underWay = this.#underWay.get(id);
    if (underWay === undefined) return this.#shared(id, question);
    const made = await underWay;
    // Rows have changed meanwhile, and with them, perhaps, what this reader sees.
    if (made.key !== key || made.answer.version !== version) return this.#made(question);
    return made;
  }

  async #look({ principal, endpoint, query: checked }: Asked): Promise<Looked> {
    const { cache, clock } = this.#options;
    const { version, scopeKey } = await this.#standing(principal);
    const query = checked();
    const now = clock();
    const key = keyOf(scopeKey, endpoint, query);
    const question = { principal, endpoint, query, now };
    return { question, key, version, kept: cache.get(key, version, now) };
  }

  /** The version of the rows, and what the principal sees in that version. */
  async #standing(principal: Principal): Promise<{ version: number; scopeKey: string }> {
    const { store } = this.#options;
    const version = await this.#versions.of(principal.orgId);
    const known = this.#scopes.known(principal, version);
    if (known) return { version, scopeKey: known.key };
    return store.read(async (tx) => {
      const version = await versionOf(tx, principal.orgId);
      const { key: scopeKey } = await this.#scopes.scopeOf(tx, principal, version);
      return { version, scopeKey };
    });
  }

  async #shared(id: string, question: Question): Promise<MadeAnswer> {
    const making = this.#options.make(question);
    this.#underWay.set(id, making);
    try {
      return this.#keep(await making);
    } finally {
      this.#underWay.delete(id);
    }
  }

  async #made(question: Question): Promise<MadeAnswer> {
    return this.#keep(await this.#options.make(question));
  }

  #keep(made: MadeAnswer): MadeAnswer {
    this.#options.cache.set(made.key, made.answer);
    return made;
  }
}
