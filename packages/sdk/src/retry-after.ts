const daySecs = 86_400;

/**
 * The wait that an answer asks for in `Retry-After` (RFC 9110 §10.2.3), in whole seconds from 0 to
 * a day. A longer wait counts as a day, a past date as 0; anything else is as if it were missing.
 */
export function retryAfterSecs(headers: Headers, nowMs: number): number | undefined {
  const text = headers.get('retry-after') ?? '';
  const secs = /^\d+$/.test(text)
    ? Number(text)
    : / GMT$/.test(text)
      ? Math.ceil((Date.parse(text) - nowMs) / 1000)
      : NaN;
  return Number.isNaN(secs) ? undefined : Math.min(Math.max(secs, 0), daySecs);
}
