/**
 * What has changed, and in which order. `organization_versions.seq` grows by one with every
 * transaction that changes rows of the organization, and stays when the organization goes.
 *
 * `changes` lists what each `seq` has changed: a row with the phone and member that it had before,
 * and with those that it has after, once where they are the same. `id` is the row's id, for a link
 * table the rest of its key joined by a space; NULL stands for any number of the table's rows, as
 * after an import. Calls, messages, suggestions, to-dos, plans, AI usage and contacts concern the
 * readers whose scope covers that phone and member; all else concerns every reader of the
 * organization, since it can change what they may see, or how it is named.
 *
 * Every `seq` has at least one entry until it is pruned, oldest first. So whoever has seen `s` can
 * go on from there while the smallest `seq` left is at most `s + 1`, and has to ask anew otherwise.
 */
export const changes = `
CREATE TABLE organization_versions (
  org_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (org_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE changes (
  org_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  n INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  id TEXT,
  phone_id TEXT,
  member_id TEXT,
  PRIMARY KEY (org_id, seq, n)
) STRICT, WITHOUT ROWID;
`;
