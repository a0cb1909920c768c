/**
 * Tokens that were taken back: per organization the lowest `rev` that a token may have, and single
 * tokens by their `jti` until they have expired by themselves. An organization that goes keeps both.
 */
export const revocations = `
CREATE TABLE token_revs (
  org_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  PRIMARY KEY (org_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE revoked_tokens (
  org_id TEXT NOT NULL,
  jti TEXT NOT NULL,
  until_ms INTEGER NOT NULL,
  PRIMARY KEY (org_id, jti)
) STRICT, WITHOUT ROWID;
`;
