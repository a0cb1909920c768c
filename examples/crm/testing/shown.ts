import type { AnswerOf, Slices } from '@inlay/sdk/contract';
import type { Locator, Page } from 'playwright-core';

/** What the page says, as a screen reader hears it. */
export interface Shown {
  readonly calls: Readonly<Record<string, string>>;
  readonly responses: Readonly<Record<string, string>>;
  readonly phones: readonly string[];
  readonly callCells: readonly string[];
  readonly messageCells: readonly string[];
  readonly channels: readonly string[];
  readonly contacts: string;
}

export interface Answers {
  readonly stats: AnswerOf<Slices['stats']>;
  readonly messagingStats: AnswerOf<Slices['messagingStats']>;
  readonly engagementStats: AnswerOf<Slices['engagementStats']>;
}

/** Reads the page; every phone is listed first. */
export async function shownOn(page: Page): Promise<Shown> {
  const group = (name: string) => page.getByRole('group', { name, exact: true });
  const showAll = group('Response times').getByRole('button', { name: /^Show all/ });
  if (await showAll.isVisible()) await showAll.click();
  const table = group('Response times').getByRole('table', { name: 'Responses by phone' });
  const donut = await group('Channels').ariaSnapshot();
  return {
    calls: terms(await group('Call figures').ariaSnapshot()),
    responses: terms(await group('Response times').ariaSnapshot()),
    phones: (await named(table, 'row')).slice(1),
    callCells: await named(group('Calls by hour'), 'gridcell'),
    messageCells: await named(group('Messages by hour'), 'gridcell'),
    channels: [...donut.matchAll(/(?:button "|listitem: )(\w+ [\d,]+ [\d.]+%)/g)].map(first),
    contacts: first(donut.match(/paragraph: (.+)/)),
  };
}

const first = (match: RegExpMatchArray | null): string => match?.[1] ?? '';

/** Each term with the first thing that is said of it. */
function terms(snapshot: string): Record<string, string> {
  const pairs = snapshot.matchAll(/- term: (.+)\n\s*- definition: "?(.+?)"?(?:\n|$)/g);
  return Object.fromEntries([...pairs].map(([, term = '', said = '']) => [term, said]));
}

async function named(place: Locator, role: 'row' | 'gridcell'): Promise<string[]> {
  const snapshot = await place.ariaSnapshot();
  return [...snapshot.matchAll(new RegExp(`- ${role} "(.+?)"`, 'g'))].map(first);
}

/** What the page must say when these are the answers. */
export function expectedFrom({ stats, messagingStats, engagementStats }: Answers): Shown {
  const { response_insights: insights } = messagingStats;
  const { calls, sms, email, other } = engagementStats.channel_distribution;
  const all = calls + sms + email + other;
  const channel = (name: string, count: number) =>
    `${name} ${number(count)} ${percent(all === 0 ? 0 : (count / all) * 100)}`;
  return {
    calls: {
      'Total calls': number(stats.total_calls),
      'Total duration': spoken(stats.total_duration_secs),
      'Average duration': spoken(stats.avg_duration_secs),
      'To-dos': number(stats.total_todos),
    },
    responses: {
      'Average first response': spoken(insights.avg_response_time_secs),
      Unanswered: number(insights.unanswered_count),
      'Response rate': headline(insights.response_rate),
    },
    phones: insights.by_phone.map((phone) =>
      [
        phone.phone_label,
        number(phone.responded_count),
        number(phone.unanswered_count),
        spoken(phone.avg_response_time_secs),
        percent(phone.response_rate),
        grade(phone.response_rate ?? 0),
      ].join(' '),
    ),
    callCells: stats.call_heatmap.map((cell) => heatmapCell(cell, 'call')),
    messageCells: messagingStats.message_heatmap.map((cell) => heatmapCell(cell, 'message')),
    channels: [
      channel('Calls', calls),
      channel('SMS', sms),
      channel('Email', email),
      channel('Other', other),
    ],
    contacts: `${number(engagementStats.active_contacts)} of ${number(engagementStats.total_contacts)} contacts active`,
  };
}

const number = (value: number): string => value.toLocaleString('en-US');

/** Rates have two decimals, of which the page shows one; in the table always, above it if not 0. */
const oneDecimal = (rate: number): number => Math.round(Math.round(rate * 100) / 10) / 10;

const headline = (rate: number | null): string => (rate === null ? '–' : `${oneDecimal(rate)}%`);

const percent = (rate: number | null): string =>
  rate === null ? '–' : `${oneDecimal(rate).toFixed(1)}%`;

const grade = (rate: number): string => (rate >= 80 ? 'Good' : rate >= 60 ? 'Warning' : 'Poor');

const plural = (count: number, word: string): string =>
  `${number(count)} ${word}${count === 1 ? '' : 's'}`;

/** Seconds below an hour, else minutes; a second unit of zero is not said. */
function spoken(secs: number | null): string {
  if (secs === null) return '–';
  const whole = Math.round(secs);
  const minutes = Math.round(secs / 60);
  const [high, low, highUnit, lowUnit] =
    whole < 3600
      ? ([Math.floor(whole / 60), whole % 60, 'minute', 'second'] as const)
      : ([Math.floor(minutes / 60), minutes % 60, 'hour', 'minute'] as const);
  if (high === 0) return plural(low, lowUnit);
  return low === 0 ? plural(high, highUnit) : `${plural(high, highUnit)} ${plural(low, lowUnit)}`;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function heatmapCell(cell: { day: number; hour: number; count: number }, item: string): string {
  const hour = `${cell.hour % 12 || 12} ${cell.hour < 12 ? 'AM' : 'PM'}`;
  return `${weekdays[cell.day - 1]} ${hour}, ${plural(cell.count, item)}`;
}
