/** What counts as one unit of waiting, as in `unanswered_by`. */
export type Unit = 'run' | 'message';

/** A message of a thread, as far as answering goes. */
export interface ThreadMessage {
  readonly direction: string;
  /** Epoch ms. */
  readonly created_at: number;
}

/** Takes a unit of waiting: the message that opens it, and the instant of the reply, if any. */
export type OnUnit<Message> = (unit: Unit, opener: Message, replyAt: number | undefined) => void;

/** Pairs the messages of one thread, given in order of time and id, with their replies. */
export class Pairing<Message extends ThreadMessage> {
  readonly #onUnit: OnUnit<Message>;
  #opener: Message | undefined;
  #last: Message | undefined;

  constructor(onUnit: OnUnit<Message>) {
    this.#onUnit = onUnit;
  }

  next(message: Message): void {
    if (message.direction === 'inbound') {
      if (this.#last) this.#onUnit('message', this.#last, undefined);
      this.#last = message;
      this.#opener ??= message;
    } else {
      this.#finish(message.created_at);
    }
  }

  /** The thread ends here: what waits is unanswered. */
  end(): void {
    this.#finish(undefined);
  }

  #finish(replyAt: number | undefined): void {
    if (this.#last) this.#onUnit('message', this.#last, replyAt);
    if (this.#opener) this.#onUnit('run', this.#opener, replyAt);
    this.#last = this.#opener = undefined;
  }
}
