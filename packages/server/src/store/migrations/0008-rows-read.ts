/** How many calls and messages reads have sent one by one; not known of those from before. */
export const rowsRead = `
ALTER TABLE reads ADD COLUMN rows INTEGER NOT NULL DEFAULT 0;
`;
