/** An answer that was received and validated, and what is needed to ask whether it still holds. */
export interface CachedAnswer {
  readonly value: unknown;
  readonly etag: string | null;
  /** When it was received, or last confirmed by a 304; -Infinity once invalidated. */
  readonly confirmedAtMs: number;
}

/** The answers of one reader, the least recently used dropped first. */
export class AnswerCache {
  readonly #answers = new Map<string, CachedAnswer>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): CachedAnswer | undefined {
    const answer = this.#answers.get(key);
    if (answer) this.#put(key, answer);
    return answer;
  }

  set(key: string, answer: CachedAnswer): void {
    this.#put(key, answer);
    if (this.#answers.size <= this.#limit) return;
    for (const oldest of this.#answers.keys()) {
      this.#answers.delete(oldest);
      return;
    }
  }

  /** Keeps the answers, so that a 304 can confirm them, but none counts as fresh. */
  invalidate(): void {
    for (const [key, answer] of this.#answers) {
      this.#answers.set(key, { ...answer, confirmedAtMs: -Infinity });
    }
  }

  clear(): void {
    this.#answers.clear();
  }

  #put(key: string, answer: CachedAnswer): void {
    this.#answers.delete(key);
    this.#answers.set(key, answer);
  }
}
