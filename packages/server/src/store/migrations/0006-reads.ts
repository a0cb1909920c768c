/**
 * Who has read what: how often in a minute (of the epoch) a member was answered for a slice, within
 * a scope (a hash of it) and a time range (empty for a slice without one), and when last, in epoch
 * ms. An organization that goes keeps them until they are old.
 */
export const reads = `
CREATE TABLE reads (
  org_id TEXT NOT NULL,
  minute INTEGER NOT NULL,
  member_id TEXT NOT NULL,
  slice TEXT NOT NULL,
  scope TEXT NOT NULL,
  time_range TEXT NOT NULL,
  reads INTEGER NOT NULL,
  last_ms INTEGER NOT NULL,
  PRIMARY KEY (org_id, minute, member_id, slice, scope, time_range)
) STRICT, WITHOUT ROWID;

CREATE INDEX reads_by_member ON reads (org_id, member_id, minute);
`;
