import { isUtf8 } from 'node:buffer';

/** What is wrong with a file where the lines read so far end. */
export class TextFault extends Error {
  override name = 'TextFault';
}

const MAX_LINE_BYTES = 16 * 1024 * 1024;
const LF = 0x0a;
const BOM = '\uFEFF';

/**
 * Decodes UTF-8, with or without BOM, into blocks of whole lines; the last line may lack its line
 * feed. Holds one block at a time.
 * @throws {TextFault} at the first line that is not UTF-8 or is too long, when those before it are out.
 */
export async function* textBlocks(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const block of wholeLines(bytes)) {
    const end = isUtf8(block) ? block.length : validLines(block);
    const text = block.toString('utf8', 0, end);
    yield isFirst && text.startsWith(BOM) ? text.slice(1) : text;
    if (end < block.length) throw new TextFault('is not valid UTF-8');
    isFirst = false;
  }
}

/** A copy to be kept: V8 lets a long piece of a text hold on to the whole block it was cut from. */
export const detached = (text: string): string => Buffer.from(text).toString();

async function* wholeLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const chunk of bytes) {
    const end = chunk.lastIndexOf(LF) + 1;
    if (end > 0) {
      yield Buffer.concat([...held, chunk.subarray(0, end)]);
      held = [];
      heldBytes = 0;
    }
    held.push(chunk.subarray(end));
    heldBytes += chunk.length - end;
    if (heldBytes > MAX_LINE_BYTES) throw new TextFault('the line is longer than 16 MiB');
  }
  if (heldBytes > 0) yield Buffer.concat(held);
}

/** Where the first line that is not UTF-8 starts. */
function validLines(block: Buffer): number {
  let start = 0;
  while (start < block.length) {
    const feed = block.indexOf(LF, start);
    const end = feed === -1 ? block.length : feed + 1;
    if (!isUtf8(block.subarray(start, end))) break;
    start = end;
  }
  return start;
}
