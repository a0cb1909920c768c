import type { AnswerOf, PhoneResponse, Slices, UnansweredBy } from '@inlay/sdk/contract';
import type { MessageEvent } from '../world.js';
import { compare, meanSecs, percent } from './figures.js';
import { wallClock } from './local-clock.js';
import type { OracleQuestion } from './question.js';
import { bucketDate, bucketDates, bucketLabel, heatmap, isInRange } from './range.js';

type MessagingStats = Omit<AnswerOf<Slices['messagingStats']>, 'meta'>;

export function oracleMessagingStats(
  question: OracleQuestion,
  unansweredBy: UnansweredBy,
): MessagingStats {
  const { world, view, passes, range } = question;
  const seen = world.messages.filter((row) => view.byPhone(row) && passes(row));
  const messages = seen.filter((row) => isInRange(range, row.created_at));
  const outbound = messages.filter((row) => row.direction === 'outbound');
  const ended = (...statuses: string[]) => outbound.filter((row) => statuses.includes(row.status));
  const cells = heatmap(
    range,
    messages.map((row) => row.created_at),
  );
  return {
    total_messages: messages.length,
    inbound_count: messages.length - outbound.length,
    outbound_count: outbound.length,
    delivery_rate: percent(
      ended('delivered', 'read').length,
      ended('delivered', 'read', 'failed', 'undelivered').length,
    ),
    message_activity: bucketDates(range).map((date) => {
      const inBucket = messages.filter((row) => bucketDate(range, row.created_at) === date);
      const of = (channel: string) => inBucket.filter((row) => row.channel === channel).length;
      return {
        date,
        label: bucketLabel(range, date),
        sms_count: of('sms'),
        email_count: of('email'),
        other_count: of('other'),
      };
    }),
    message_heatmap: cells,
    message_heatmap_max: Math.max(...cells.map((cell) => cell.count)),
    response_insights: insights(question, waitingUnits(seen, unansweredBy), unansweredBy),
  };
}

export interface WaitingUnit {
  readonly opener: MessageEvent;
  readonly reply?: MessageEvent;
}

/** One pass over every thread in order of time. */
export function waitingUnits(
  seen: readonly MessageEvent[],
  unansweredBy: UnansweredBy,
): WaitingUnit[] {
  const threads = new Map<string, MessageEvent[]>();
  for (const message of seen) {
    const hasFailed =
      message.direction === 'outbound' && ['failed', 'undelivered'].includes(message.status);
    if (message.contact_id === undefined || hasFailed) continue;
    const key = JSON.stringify([message.contact_id, message.phone_id ?? [message.channel]]);
    threads.set(key, [...(threads.get(key) ?? []), message]);
  }
  return [...threads.values()].flatMap((thread) => {
    thread.sort(
      (a, b) => Date.parse(a.created_at) - Date.parse(b.created_at) || compare(a.id, b.id),
    );
    return unansweredBy === 'run' ? runs(thread) : singles(thread);
  });
}

function runs(thread: readonly MessageEvent[]): WaitingUnit[] {
  const found: WaitingUnit[] = [];
  let opener: MessageEvent | undefined;
  for (const message of thread) {
    if (message.direction === 'inbound') opener ??= message;
    else if (opener) {
      found.push({ opener, reply: message });
      opener = undefined;
    }
  }
  return opener ? [...found, { opener }] : found;
}

function singles(thread: readonly MessageEvent[]): WaitingUnit[] {
  return thread.flatMap((opener, index) => {
    if (opener.direction === 'outbound') return [];
    const next = thread[index + 1];
    return [next?.direction === 'outbound' ? { opener, reply: next } : { opener }];
  });
}

function insights(
  { world, range, orgId }: OracleQuestion,
  allUnits: readonly WaitingUnit[],
  unansweredBy: UnansweredBy,
): MessagingStats['response_insights'] {
  const units = allUnits.filter(({ opener }) => isInRange(range, opener.created_at));
  const phoneIds = [...new Set(units.map(({ opener }) => opener.phone_id))];
  const labelOf = (id: string | undefined): string => {
    const phone = world.phones.find((row) => row.org_id === orgId && row.id === id);
    return phone ? (phone.label ?? phone.number ?? phone.id) : 'No phone';
  };
  const hourOf = ({ opener }: WaitingUnit) =>
    wallClock(range.timezone, Date.parse(opener.created_at)).hour;
  const { responded_count: _, ...figures } = figuresOf(units);
  return {
    unanswered_by: unansweredBy,
    ...figures,
    unresponded_by_hour: Array.from({ length: 24 }, (_, hour) => ({
      hour,
      count: units.filter((unit) => unit.reply === undefined && hourOf(unit) === hour).length,
    })),
    by_phone: phoneIds
      .map((id) => ({
        phone_id: id ?? null,
        phone_label: labelOf(id),
        ...figuresOf(units.filter(({ opener }) => opener.phone_id === id)),
      }))
      .sort(busiestFirst),
  };
}

function figuresOf(units: readonly WaitingUnit[]) {
  const times = units.flatMap(({ opener, reply }) =>
    reply ? [Date.parse(reply.created_at) - Date.parse(opener.created_at)] : [],
  );
  return {
    responded_count: times.length,
    unanswered_count: units.length - times.length,
    response_rate: percent(times.length, units.length),
    avg_response_time_secs: meanSecs(times),
  };
}

const busiestFirst = (a: PhoneResponse, b: PhoneResponse): number =>
  b.responded_count + b.unanswered_count - a.responded_count - a.unanswered_count ||
  compare(a.phone_label, b.phone_label) ||
  compare(a.phone_id ?? '', b.phone_id ?? '');
