const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token of these claims; its signature is worthless, as the client never verifies one. */
export function jwt(claims: Record<string, unknown> = {}): string {
  const payload = { iss: 'inlay', org: 'org-1', sub: 'member-1', permissions: [], ...claims };
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(payload)}.c2lnbmF0dXJl`;
}
