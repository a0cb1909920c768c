/**
 * Indexes on what rows refer to, so that taking a row away looks for its users without reading
 * whole tables, and so that a contact's rows are found.
 */
export const references = `
CREATE INDEX todos_by_contact ON todos (org_id, contact_id, created_at);
CREATE INDEX text_agent_suggestions_by_contact
  ON text_agent_suggestions (org_id, contact_id, created_at);
CREATE INDEX plan_contacts_by_contact ON plan_contacts (org_id, contact_id);
CREATE INDEX calls_by_team ON calls (org_id, team_id) WHERE team_id IS NOT NULL;
`;
