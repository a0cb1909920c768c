import { parentPort, workerData } from 'node:worker_threads';
import { ImportError } from './import-error.js';
import type { ThreadMessage, ThreadTask } from './import-thread.js';
import { buffersOf, pack } from './packed-chunk.js';
import { chunksOf, type Chunk } from './row-chunks.js';

const port = parentPort;
if (port === null) throw new Error('this module runs as a thread of ImportThread');

const { files, now, lead } = workerData as ThreadTask;
let room = lead;
let onRoom: (() => void) | undefined;

// The port also keeps the thread until it is ended.
port.on('message', () => {
  room += 1;
  onRoom?.();
});

try {
  for (const file of files) {
    for await (const chunk of chunksOf(file, now)) await send(chunk);
    say({ kind: 'end-of-file' });
  }
} catch (error) {
  say(
    error instanceof ImportError
      ? { kind: 'fault', reason: error.reason, place: error.place }
      : { kind: 'error', error },
  );
}

async function send(chunk: Chunk): Promise<void> {
  while (room === 0) await new Promise<void>((resolve) => (onRoom = resolve));
  room -= 1;
  const packed = pack(chunk);
  say({ kind: 'chunk', chunk: packed }, buffersOf(packed));
}

function say(message: ThreadMessage, buffers: ArrayBuffer[] = []): void {
  port?.postMessage(message, buffers);
}
