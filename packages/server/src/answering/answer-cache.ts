/** An answer as it is sent, and when it is the answer. */
export interface KeptAnswer {
  /** JSON in UTF-8: encoded by the thread that makes it, and once, however often it is sent. */
  readonly body: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  /** Calls and messages that it shows one by one. */
  readonly rows: number;
  /** The version of the organization's rows from which it was made. */
  readonly version: number;
  /** The instant at which it was made, epoch ms. */
  readonly sinceMs: number;
  /** The instant from which on the same rows may give another answer, epoch ms. */
  readonly untilMs: number;
}

const ENTRY_BYTES = 300;
const LARGEST_PART = 1 / 8;

/**
 * Answers by question, the least recently used ones leaving when there are too many bytes. A
 * question says everything on which an answer depends besides rows and time: whose scope, which
 * slice, which parameters.
 */
export class AnswerCache {
  readonly #maxBytes: number;
  readonly #answers = new Map<string, KeptAnswer>();
  #bytes = 0;

  /** With 0 it keeps nothing. */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** What it holds, where every character of a question takes two bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The answer that was made from these rows and still holds now. */
  get(question: string, version: number, now: number): KeptAnswer | undefined {
    const kept = this.#answers.get(question);
    if (kept === undefined || kept.version !== version) return undefined;
    if (now < kept.sinceMs || now >= kept.untilMs) return undefined;
    this.#answers.delete(question);
    this.#answers.set(question, kept);
    return kept;
  }

  set(question: string, answer: KeptAnswer): void {
    this.#delete(question);
    const bytes = bytesOf(question, answer);
    if (bytes > this.#maxBytes * LARGEST_PART) return;
    this.#answers.set(question, answer);
    this.#bytes += bytes;
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#delete(oldest);
    }
  }

  #delete(question: string): void {
    const kept = this.#answers.get(question);
    if (kept === undefined) return;
    this.#answers.delete(question);
    this.#bytes -= bytesOf(question, kept);
  }
}

const bytesOf = (question: string, { body, etag }: KeptAnswer): number =>
  body.byteLength + 2 * (question.length + etag.length) + ENTRY_BYTES;
