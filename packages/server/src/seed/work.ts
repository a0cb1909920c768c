import type { PlanStatus, TodoStatus } from '@inlay/sdk/contract';
import { dateOfDay } from '../time/local.js';
import { DAY_MS } from '../time/units.js';
import { people } from './cast.js';
import type { Random } from './random.js';
import { instantsOf, timeOfDay, working } from './rhythm.js';
import {
  contactId,
  history,
  isoInstant,
  randomFor,
  someContact,
  type Season,
  type SeedRow,
} from './season.js';

const titles = [
  'Call back about the order',
  'Send the revised quote',
  'Confirm the delivery window',
  'Check on the replacement part',
  'Update the shipping address',
  'Prepare the trade invoice',
  'Follow up after the fitting',
];

const planNames: readonly (readonly [string, PlanStatus])[] = [
  ['Welcome series', 'active'],
  ['Delivery check-in', 'active'],
  ['Trade onboarding', 'active'],
  ['Review request', 'active'],
  ['Winter collection preview', 'paused'],
  ['Spring re-engagement', 'completed'],
  ['Warranty reminder', 'completed'],
  ['Swatch follow-up', 'completed'],
  ['Showroom invitation', 'completed'],
  ['Outdoor care tips', 'completed'],
  ['Loyalty pilot', 'canceled'],
  ['Abandoned quote', 'failed'],
  ['Holiday opening hours', 'draft'],
  ['Trade price list', 'draft'],
];

/** To-dos; the older, the likelier done. */
export function todos(season: Season): SeedRow[] {
  return history(season).flatMap((day) => {
    const random = randomFor(season, 'todos', day.day);
    const created = instantsOf(random, working, season, day, 7);
    return created.map((createdMs, place) => ({
      id: `${dateOfDay(day.day)}.${place + 1}`,
      org_id: season.orgId,
      member_id: someone(random),
      contact_id: contactId(someContact(random, day)),
      title: random.pick(titles),
      status: todoStatus(random, (season.now - createdMs) / DAY_MS),
      created_at: isoInstant(createdMs),
    }));
  });
}

function todoStatus(random: Random, ageDays: number): TodoStatus {
  const open = 100 * Math.exp(-Math.max(0, ageDays) / 9);
  return random.weighted({
    pending: open * 0.7 + 1,
    in_progress: open * 0.3 + 1,
    completed: 106 - open,
    canceled: 9,
  });
}

/** Plans as they stand now, and whom they reach. */
export function plans(season: Season): { plans: SeedRow[]; plan_contacts: SeedRow[] } {
  const all = planNames.map(([name, status], place) => plan(season, place, name, status));
  return {
    plans: all.map(({ row }) => row),
    plan_contacts: all.flatMap(({ reached }) => reached),
  };
}

function plan(
  season: Season,
  place: number,
  name: string,
  status: PlanStatus,
): { row: SeedRow; reached: SeedRow[] } {
  const random = randomFor(season, 'plan', place);
  const id = `plan-${place + 1}`;
  const org_id = season.orgId;
  const day = random.pick(history(season).slice(0, -1));
  const createdMs = timeOfDay(random, working.hours, season.zone, day.day);
  const size = status === 'draft' ? 0 : random.integer(18, 60);
  const contacts = new Set(Array.from({ length: size }, () => someContact(random, day)));
  return {
    row: {
      id,
      org_id,
      owner_member_id: someone(random),
      name,
      status,
      created_at: isoInstant(createdMs),
    },
    reached: [...contacts].map((contact) => ({
      org_id,
      plan_id: id,
      contact_id: contactId(contact),
    })),
  };
}

function someone(random: Random): string {
  return random.pick(people).id;
}
