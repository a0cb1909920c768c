import { writeCalls } from './calls.mjs';
import { openFiles } from './csv.mjs';
import { writeMessages } from './messages.mjs';
import { memberId, Organization } from './organization.mjs';
import { writePlans, writeSuggestions, writeTodos, writeUsage } from './work.mjs';

/** The organization that is asked; the others only share its tables. */
export const BIG = 'big';

/** Who asks: everything, five phones, a team's fifty. */
export const readers = {
  organization: {
    orgId: BIG,
    memberId: memberId(0),
    permissions: ['Dashboard:Instance:ViewOrg', 'Ingest:Write'],
  },
  'five phones': {
    orgId: BIG,
    memberId: memberId(17),
    permissions: ['Dashboard:Instance:ViewOwn'],
  },
  'fifty phones': {
    orgId: BIG,
    memberId: memberId(20),
    permissions: ['Dashboard:Instance:ViewTeam'],
  },
};

const smallZones = [
  'America/New_York',
  'Asia/Kathmandu',
  'UTC',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
];

/** @param {number} events calls and messages of the big organization, 4 : 6 */
const organizations = (events) => [
  new Organization({
    id: BIG,
    timezone: 'Europe/Berlin',
    events,
    members: 100,
    membersPerTeam: 10,
    contacts: Math.ceil(events / 50),
  }),
  ...smallZones.map(
    (timezone, index) =>
      new Organization({
        id: `small${index}`,
        timezone,
        events: Math.ceil(events / 200),
        members: 5,
        membersPerTeam: 5,
        contacts: Math.ceil(events / 5000),
      }),
  ),
];

/**
 * Writes `<table>.csv` for a world of a size; the same size is always the same rows.
 * @returns {Record<string, number>} rows of each table
 */
export function writeWorld(folder, events) {
  const files = openFiles(folder);
  for (const organization of organizations(events)) writeOrganization(organization, files);
  const counts = Object.entries(files).map(([table, file]) => {
    file.close();
    return [table, file.rows];
  });
  return Object.fromEntries(counts);
}

function writeOrganization(organization, files) {
  const { events } = organization;
  const share = (part) => Math.round(events * part);
  organization.writeDirectory(files);
  writeCalls(organization, share(0.4), files.calls);
  writeMessages(organization, share(0.6), files.messages);
  writeTodos(organization, share(0.02), files.todos);
  writeSuggestions(organization, share(0.03), files.text_agent_suggestions);
  writeUsage(organization, share(0.02), files.ai_usage);
  writePlans(organization, 40 + share(0.00005), files);
}
