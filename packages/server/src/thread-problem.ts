import type { ProblemCode } from '@inlay/sdk/contract';
import { problemOf } from './problem-of.js';
import { ProblemError } from './problem.js';

/** A `ProblemError` on its way between threads. */
export interface ThreadProblem {
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly extra: ProblemError['extra'];
  /** Of a fault inside: where it happened. */
  readonly stack: string | undefined;
}

/** What a thread says of an error. */
export function toThread(error: unknown): ThreadProblem {
  const { code, detail, extra, cause } = problemOf(error);
  const stack = cause instanceof Error ? cause.stack : undefined;
  return { code, detail, extra, stack };
}

/** The error of which a thread has told. */
export function fromThread({ code, detail, extra, stack }: ThreadProblem): ProblemError {
  return new ProblemError(code, detail, extra, stack === undefined ? {} : { cause: stack });
}
