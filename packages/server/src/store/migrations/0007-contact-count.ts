/** How many contacts an organization has, under the key `all`; kept by the write that changes them. */
export const contactCount = `
CREATE TABLE contact_count (
  org_id TEXT NOT NULL,
  key TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (org_id, key)
) STRICT, WITHOUT ROWID;

INSERT INTO contact_count SELECT org_id, 'all', COUNT(*) FROM contacts GROUP BY org_id;
`;
