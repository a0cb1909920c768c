import { problems, type Problem, type ProblemCode } from '@inlay/sdk/contract';

/** An error that the caller is told about, in the words of `detail`. */
export class ProblemError extends Error {
  override name = 'ProblemError';

  constructor(
    readonly code: ProblemCode,
    readonly detail?: string,
    readonly extra: { readonly parameter?: string; readonly retryAfterSecs?: number } = {},
    options?: ErrorOptions,
  ) {
    super(detail ?? problems[code].title, options);
  }
}

/** The body of an error, RFC 9457. */
export function problemBody({ code, detail, extra }: ProblemError, requestId: string): Problem {
  const { status, title } = problems[code];
  return {
    type: `urn:inlay:problem:${code}`,
    title,
    status,
    code,
    ...(detail !== undefined && { detail }),
    ...(extra.parameter !== undefined && { parameter: extra.parameter }),
    request_id: requestId,
  };
}
