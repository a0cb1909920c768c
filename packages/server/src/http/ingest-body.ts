import { ingest } from '@inlay/sdk/contract';
import { ProblemError } from '../problem.js';

/**
 * The bytes of a request that says it brings JSON.
 * @throws {ProblemError} `unsupported_media_type`, or `too_large` as soon as that is known.
 */
export async function bodyOf(
  request: Request,
  maxBytes: number = ingest.maxBodyBytes,
): Promise<ArrayBuffer> {
  refuseOtherMedia(request.headers);
  const declared = request.headers.get('Content-Length');
  if (declared === null) return streamed(request, maxBytes);
  refuseMoreThan(maxBytes, Number(declared));
  return whole(request.arrayBuffer());
}

function refuseOtherMedia(headers: Headers): void {
  const type = headers.get('Content-Type');
  if (type === null || !/^application\/json *(;|$)/i.test(type)) {
    const given = type === null ? 'missing' : JSON.stringify(type.slice(0, 80));
    throw new ProblemError(
      'unsupported_media_type',
      `Content-Type is ${given}; send application/json`,
    );
  }
  if (headers.has('Content-Encoding')) {
    throw new ProblemError('unsupported_media_type', 'Content-Encoding is not taken here');
  }
}

/** Counts while it reads, since the length of a chunked body is known at its end alone. */
async function streamed({ body }: Request, maxBytes: number): Promise<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  const reader = body?.getReader();
  for (let total = 0; reader !== undefined;) {
    const { value } = await whole(reader.read());
    if (value === undefined) break;
    refuseMoreThan(maxBytes, (total += value.length));
    chunks.push(value);
  }
  return new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer();
}

/** A body that breaks off is the client's doing, and no fault of the server. */
async function whole<Result>(reading: Promise<Result>): Promise<Result> {
  try {
    return await reading;
  } catch {
    throw new ProblemError('invalid_query', 'the body broke off', { parameter: 'body' });
  }
}

function refuseMoreThan(maxBytes: number, bytes: number): void {
  if (bytes <= maxBytes) return;
  throw new ProblemError('too_large', `a body has at most ${maxBytes} bytes`);
}
