import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ChunkSource } from './chunk-source.js';
import { ImportError, type FilePlace } from './import-error.js';
import { unpack, type PackedChunk } from './packed-chunk.js';
import type { Chunk } from './row-chunks.js';
import type { TableFile } from './table-files.js';

/** What the thread is to read. */
export interface ThreadTask {
  readonly files: readonly TableFile[];
  /** Epoch ms; bounds the instants of events. */
  readonly now: number;
  /** How many chunks it may be ahead; it may read one more for each `'next'` that it is told. */
  readonly lead: number;
}

/** What the thread says, in the order of the files; nothing comes after a fault. */
export type ThreadMessage =
  | { readonly kind: 'chunk'; readonly chunk: PackedChunk }
  | { readonly kind: 'end-of-file' }
  | { readonly kind: 'fault'; readonly reason: string; readonly place: FilePlace | undefined }
  | { readonly kind: 'error'; readonly error: unknown };

/** More than one, so that none is waited for; few, so that memory does not grow with the files. */
const LEAD = 4;

/** Reads and checks the rows of files on a thread of its own, while those before are written. */
export class ImportThread implements ChunkSource {
  readonly #worker: Worker;
  readonly #messages: AsyncIterator<[ThreadMessage]>;

  constructor(files: readonly TableFile[], now: number) {
    this.#worker = new Worker(new URL('./import-thread-main.js', import.meta.url), {
      workerData: { files, now, lead: LEAD } satisfies ThreadTask,
    });
    this.#messages = on(this.#worker, 'message', { close: ['exit'] }) as AsyncIterator<
      [ThreadMessage]
    >;
  }

  /** @throws {ImportError} for the first thing that is wrong; @throws when the thread dies. */
  async *chunksOf(): AsyncGenerator<Chunk> {
    for (;;) {
      const message = await this.#next();
      if (message.kind === 'end-of-file') return;
      if (message.kind === 'fault') throw new ImportError(message.reason, message.place);
      if (message.kind === 'error') throw message.error;
      this.#worker.postMessage('next');
      yield unpack(message.chunk);
    }
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  async #next(): Promise<ThreadMessage> {
    const { done, value } = await this.#messages.next();
    if (done) throw new Error('the thread that reads the files has ended');
    return value[0];
  }
}
