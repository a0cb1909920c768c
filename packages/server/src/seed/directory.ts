import { DAY_MS } from '../time/units.js';
import { contactName, lines, people, staffOf, teams } from './cast.js';
import {
  CONTACTS,
  contactId,
  DAYS,
  isoInstant,
  randomFor,
  type Season,
  type SeedRow,
} from './season.js';

type DirectoryTable =
  | 'organizations'
  | 'teams'
  | 'members'
  | 'team_members'
  | 'phones'
  | 'phone_assignments'
  | 'contacts';

/** Who is there: the organization, its teams, members and phones, and its contacts. */
export function directory(season: Season): Record<DirectoryTable, SeedRow[]> {
  const org_id = season.orgId;
  return {
    organizations: [{ id: org_id, name: 'Harbor & Pine', timezone: season.zone.name }],
    teams: teams.map(({ id, name }) => ({ id, org_id, name })),
    members: people.map(({ id, name }) => ({
      id,
      org_id,
      name,
      email: `${id.replaceAll('-', '.')}@harborandpine.example`,
    })),
    team_members: people.map(({ id, team, isManager }) => ({
      org_id,
      team_id: team.id,
      member_id: id,
      is_manager: isManager,
    })),
    phones: lines.map(({ id, label, number }) => ({
      id,
      org_id,
      label,
      ...(number !== undefined && { number }),
    })),
    phone_assignments: lines.flatMap((line) =>
      staffOf(line).map(({ id }) => ({ org_id, phone_id: line.id, member_id: id })),
    ),
    contacts: Array.from({ length: CONTACTS }, (_, place) => contact(season, place)),
  };
}

function contact(season: Season, place: number): SeedRow {
  const random = randomFor(season, 'contact', place);
  const owner = random.pick(people);
  return {
    id: contactId(place),
    org_id: season.orgId,
    name: contactName(place),
    ...(random.chance(0.8) && { owner_member_id: owner.id }),
    created_at: isoInstant(season.now - random.integer(DAYS, 900) * DAY_MS),
  };
}
