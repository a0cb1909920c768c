import { records, type CallRow, type MessageRow } from '@inlay/sdk/contract';
import type * as z from 'zod/mini';
import type { Principal } from '../../access/principal.js';
import type { CallEvent, MessageEvent, World } from '../world.js';
import { newestFirst, normal } from './figures.js';
import { wallClock, weekday } from './local-clock.js';
import { waitingUnits } from './messaging-stats.js';
import { asked } from './oracle.js';
import type { OracleQuestion } from './question.js';
import { bucketDate, isInRange } from './range.js';

type Query = z.output<typeof records.query>;
type Event = (CallEvent | MessageEvent) & { readonly at: string };

/** Every row that a list has on all its pages, and what it is about. */
export interface OracleRecords {
  readonly meta: object;
  readonly rows: readonly (CallRow | MessageRow)[];
}

/** What a list of rows must hold; `undefined` when the principal may see nothing. */
export function oracleRecords(
  world: World,
  principal: Principal,
  query: Query,
  now: number,
): OracleRecords | undefined {
  const found = asked(records, world, principal, query, now);
  if (!found) return undefined;
  const { meta, question } = found;
  const { range } = question;
  const isListed = (row: Event): boolean => {
    const clock = wallClock(range.timezone, Date.parse(row.at));
    return (
      isInRange(range, row.at) &&
      (query.bucket === undefined || bucketDate(range, row.at) === query.bucket) &&
      (query.weekday === undefined || weekday(clock.date) === query.weekday) &&
      (query.hour === undefined || clock.hour === query.hour) &&
      (query.channel === undefined || ('channel' in row && row.channel === query.channel)) &&
      (query.direction === undefined || row.direction === query.direction) &&
      (query.status === undefined || row.status === query.status)
    );
  };
  const rows = candidates(question, query)
    .filter(isListed)
    .sort(newestFirst)
    .map((row) => rowOf(world, row));
  return { meta, rows };
}

function candidates({ world, view, passes }: OracleQuestion, query: Query): Event[] {
  const isSeen = (row: CallEvent | MessageEvent) => view.byPhone(row) && passes(row);
  if (query.of === 'calls') {
    return world.calls.filter(isSeen).map((row) => ({ ...row, at: row.started_at }));
  }
  const messages = world.messages.filter(isSeen);
  const listed =
    query.of === 'messages'
      ? messages
      : waitingUnits(messages, query.unanswered_by ?? 'run').flatMap(({ opener, reply }) =>
          reply ? [] : [opener],
        );
  return listed.map((row) => ({ ...row, at: row.created_at }));
}

function rowOf(world: World, row: Event): CallRow | MessageRow {
  const named = <Row extends { org_id: string; id: string }>(rows: readonly Row[], id?: string) =>
    rows.find((other) => other.org_id === row.org_id && other.id === id);
  const phone = named(world.phones, row.phone_id);
  const { id, direction } = row;
  const people = {
    contact_id: row.contact_id ?? null,
    contact_name: named(world.contacts, row.contact_id)?.name ?? null,
    member_id: row.member_id ?? null,
    member_name: named(world.members, row.member_id)?.name ?? null,
    phone_id: row.phone_id ?? null,
    phone_label: phone ? (phone.label ?? phone.number ?? phone.id) : null,
  };
  if ('channel' in row) {
    const { channel, status, ai_feature = null } = row;
    const created_at = normal(row.created_at);
    return { id, ...people, channel, direction, status, ai_feature, created_at };
  }
  const { status, outcome = null, duration_secs = null, recording_url = null } = row;
  const started_at = normal(row.started_at);
  return { id, ...people, direction, status, outcome, duration_secs, started_at, recording_url };
}
