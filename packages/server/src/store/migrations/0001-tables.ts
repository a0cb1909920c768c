/**
 * The tables of imported rows, and their indexes. Every key and index starts with the organization.
 * Instants are epoch ms, booleans 0 or 1, `_micros` are integer millionths. `day` (days since
 * 1970-01-01) and `hour` (0–23) are the organization's local ones and are kept by `ingest`.
 */
export const tables = `
CREATE TABLE organizations (
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  timezone TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;

CREATE TABLE teams (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;

CREATE TABLE members (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  email TEXT,
  is_active INTEGER NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;

CREATE TABLE team_members (
  org_id TEXT NOT NULL,
  team_id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  is_manager INTEGER NOT NULL,
  PRIMARY KEY (org_id, team_id, member_id)
) STRICT;
CREATE INDEX team_members_by_member ON team_members (org_id, member_id);

CREATE TABLE phones (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  number TEXT,
  label TEXT,
  PRIMARY KEY (org_id, id)
) STRICT;

CREATE TABLE phone_assignments (
  org_id TEXT NOT NULL,
  phone_id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  PRIMARY KEY (org_id, phone_id, member_id)
) STRICT;
CREATE INDEX phone_assignments_by_member ON phone_assignments (org_id, member_id);

CREATE TABLE contacts (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT,
  owner_member_id TEXT,
  created_at INTEGER,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE INDEX contacts_by_owner ON contacts (org_id, owner_member_id);

CREATE TABLE calls (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  phone_id TEXT,
  member_id TEXT,
  contact_id TEXT,
  direction TEXT NOT NULL,
  status TEXT NOT NULL,
  outcome TEXT,
  started_at INTEGER NOT NULL,
  answered_at INTEGER,
  ended_at INTEGER,
  duration_secs INTEGER,
  wait_secs INTEGER,
  recording_url TEXT,
  contact_number TEXT,
  team_id TEXT,
  notes TEXT,
  day INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE INDEX calls_by_time ON calls (org_id, started_at, id);
CREATE INDEX calls_by_phone ON calls (org_id, phone_id, started_at);
CREATE INDEX calls_by_contact ON calls (org_id, contact_id, started_at);
CREATE INDEX calls_by_member ON calls (org_id, member_id, started_at);

CREATE TABLE messages (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  phone_id TEXT,
  member_id TEXT,
  contact_id TEXT,
  channel TEXT NOT NULL,
  direction TEXT NOT NULL,
  status TEXT NOT NULL,
  ai_feature TEXT,
  conversation_id TEXT,
  contact_number TEXT,
  created_at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE INDEX messages_by_time ON messages (org_id, created_at, id);
CREATE INDEX messages_by_phone ON messages (org_id, phone_id, created_at);
CREATE INDEX messages_by_contact ON messages (org_id, contact_id, created_at);
CREATE INDEX messages_by_member ON messages (org_id, member_id, created_at);
CREATE INDEX messages_by_thread ON messages (org_id, contact_id, phone_id, created_at, id);

CREATE TABLE todos (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  member_id TEXT,
  contact_id TEXT,
  title TEXT,
  status TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE INDEX todos_by_time ON todos (org_id, created_at);
CREATE INDEX todos_by_member ON todos (org_id, member_id, created_at);

CREATE TABLE text_agent_suggestions (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  phone_id TEXT,
  member_id TEXT,
  contact_id TEXT,
  confidence_micros INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  escalated INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE INDEX text_agent_suggestions_by_time ON text_agent_suggestions (org_id, created_at);
CREATE INDEX text_agent_suggestions_by_phone
  ON text_agent_suggestions (org_id, phone_id, created_at);
CREATE INDEX text_agent_suggestions_by_member
  ON text_agent_suggestions (org_id, member_id, created_at);

CREATE TABLE plans (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  owner_member_id TEXT,
  name TEXT,
  status TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE INDEX plans_by_owner ON plans (org_id, owner_member_id);

CREATE TABLE plan_contacts (
  org_id TEXT NOT NULL,
  plan_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  PRIMARY KEY (org_id, plan_id, contact_id)
) STRICT;

CREATE TABLE ai_usage (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  member_id TEXT,
  feature TEXT NOT NULL,
  tokens INTEGER NOT NULL,
  cost_micros INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT;
CREATE INDEX ai_usage_by_time ON ai_usage (org_id, created_at);
CREATE INDEX ai_usage_by_member ON ai_usage (org_id, member_id, created_at);
`;
