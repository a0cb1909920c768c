import { createHash } from 'node:crypto';

/**
 * A weak tag of an answer without the instant at which it was made, salted with the question, which
 * says whose scope it is and what is asked: it changes when what the reader sees changes, and tells
 * nothing of anything else.
 */
export function etagOf(answer: object, question: string): string {
  const hash = createHash('sha256')
    .update(question)
    .update('\0')
    .update(JSON.stringify(answer, (key, value) => (key === 'generated_at' ? undefined : value)));
  return `W/"${hash.digest('base64url').slice(0, 22)}"`;
}
