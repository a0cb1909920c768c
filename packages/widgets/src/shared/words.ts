import type { StatsErrorKind } from '@inlay/sdk/client';
import type { TimeRange } from '@inlay/sdk/contract';

const inRange: Record<Exclude<TimeRange, 'custom'>, string> = {
  today: 'today',
  yesterday: 'yesterday',
  last_7_days: 'in the last 7 days',
  last_30_days: 'in the last 30 days',
  last_90_days: 'in the last 90 days',
  all_time: 'so far',
};

const failures: Record<StatsErrorKind | 'unknown', string> = {
  denied: 'You don’t have access to these statistics.',
  unauthenticated: 'Your session has ended. Sign in again to see these numbers.',
  invalid: 'These numbers can’t be shown with the chosen range or filters.',
  rate_limited: 'Too many requests right now. Try again in a moment.',
  unavailable: 'The statistics can’t be reached right now.',
  timeout: 'The statistics took too long to answer.',
  contract: 'The statistics came back in a form that can’t be read.',
  unknown: 'These numbers couldn’t be loaded.',
};

/**
 * Everything that elements say, in one place. Whole sentences with their values as arguments, so
 * that a translation may reorder them; numbers and dates arrive formatted.
 */
export const english = {
  states: {
    loading: 'Loading',
    retry: 'Retry',
    failures,
    requestId: (id: string) => `Request ${id}`,
    asOf: (time: string) => `as of ${time}`,
    stale: (time: string) => `Not updated since ${time}`,
    pause: 'Pause updates',
    resume: 'Resume updates',
    /** @param things What there is none of, in the plural and lower case: `calls`. */
    empty: (things: string, range: TimeRange | null, dates: string) => {
      if (range === null || range === 'all_time') return `No ${things} yet.`;
      const when = range === 'custom' ? `in ${dates}` : inRange[range];
      return `No ${things} ${when}. Try a longer range.`;
    },
    noValue: (reason: string) => `No value. ${reason}`,
    updated: 'Numbers updated',
  },
  ranges: {
    today: 'Today',
    yesterday: 'Yesterday',
    last_7_days: 'Last 7 days',
    last_30_days: 'Last 30 days',
    last_90_days: 'Last 90 days',
    all_time: 'All time',
    custom: 'Custom range',
  } satisfies Record<TimeRange, string>,
  rangeSelector: {
    label: 'Time range',
    presets: 'Presets',
    custom: 'Custom range',
    from: 'From',
    to: 'To',
    apply: 'Apply',
    needsBoth: 'Choose both dates.',
    reversed: (from: string, to: string) => `${from} is after ${to}. Swap the dates.`,
    outside: 'Choose dates from 1970 to 2199.',
  },
  kpiCards: {
    label: 'Call figures',
    totalCalls: 'Total calls',
    totalDuration: 'Total duration',
    avgDuration: 'Average duration',
    totalTodos: 'To-dos',
    connected: (count: string) => `${count} connected`,
    talkTime: 'Talk time',
    perCall: 'Per connected call',
    open: (count: string) => `${count} open`,
    noAverage: 'An average needs at least one connected call.',
    things: 'calls',
  },
  heatmap: {
    headings: { calls: 'Calls by hour', messages: 'Messages by hour' },
    things: { calls: 'calls', messages: 'messages' },
    /** One of them, for `1 call`. */
    single: { calls: 'call', messages: 'message' },
    grid: (things: string) => `Number of ${things} by weekday and hour`,
    weekday: 'Weekday',
    count: (things: string) => `Number of ${things}`,
    hour: 'Hour',
    amount: (count: string, things: string) => `${count} ${things}`,
    cell: (weekday: string, hour: string, amount: string) => `${weekday} ${hour}, ${amount}`,
    tip: (weekday: string, hours: string, amount: string) => `${weekday} ${hours} · ${amount}`,
    noData: 'no data',
    summary: (amount: string, weekday: string, hour: string, count: string) =>
      `${amount} · busiest ${weekday} ${hour} with ${count}`,
    legend: 'Legend',
    linear: 'Equal steps',
    quantile: 'Equally filled steps',
  },
  channelDonut: {
    heading: 'Channels',
    channels: { calls: 'Calls', sms: 'SMS', email: 'Email', other: 'Other' },
    things: 'calls or messages',
    total: 'Total',
    legend: 'Calls and messages by channel',
    channel: 'Channel',
    count: 'Calls and messages',
    share: 'Share',
    summary: (total: string, channel: string, share: string) =>
      `${total} calls and messages · largest share: ${channel}, ${share}`,
    contacts: (active: string, total: string) => `${active} of ${total} contacts active`,
  },
  shares: { below: (share: string) => `<${share}` },
  responseInsights: {
    heading: 'Response times',
    average: 'Average first response',
    averageOf: { run: 'per waiting run', message: 'per message' },
    noAverage: { run: 'No waiting run has been answered.', message: 'No message was answered.' },
    unanswered: 'Unanswered',
    units: {
      run: (plural: Intl.LDMLPluralRule) => (plural === 'one' ? 'waiting run' : 'waiting runs'),
      message: (plural: Intl.LDMLPluralRule) => (plural === 'one' ? 'message' : 'messages'),
    },
    unit: (count: string, unit: string) => `${count} unanswered ${unit}`,
    rate: 'Response rate',
    noRate: 'Nothing came in that waits for an answer.',
    things: { run: 'incoming conversations', message: 'incoming messages' },
    byHour: 'Unanswered by hour',
    byPhone: 'Responses by phone',
    phone: 'Phone',
    noPhone: 'No phone',
    answered: 'Answered',
    averageShort: 'Avg. response',
    averageShortest: 'Avg.',
    rateShort: 'Rate',
    about: {
      run: {
        question: 'What is a waiting run?',
        answer:
          'A waiting run is a contact’s messages in a row without a reply. It opens with the first message after the last reply, counts once, at the phone and in the hour in which it opened, and is answered by the next reply in the thread. The response time runs from its first message to that reply.',
      },
      message: {
        question: 'When is a message unanswered?',
        answer:
          'Every incoming message counts by itself, at its phone and in its hour. It is answered if the very next message of the thread is a reply; the response time runs from the message to that reply. All others are unanswered.',
      },
    },
  },
  hourStrip: {
    hour: 'Hour',
    peak: (hour: string, count: string) => `Most at ${hour}: ${count}`,
    none: 'None at any hour',
    point: (hour: string, amount: string) => `${hour}, ${amount}`,
    tip: (hours: string, amount: string) => `${hours} · ${amount}`,
  },
  messagingKpiCards: {
    label: 'Message figures',
    total: 'Total messages',
    of: (count: string, channel: string) => `${count} ${channel}`,
    channels: { sms: 'SMS', email: 'email', other: 'other' },
    deliveryRate: 'Delivery rate',
    delivered: 'Delivered or read',
    noDelivery: 'No outbound message has reached its end yet.',
    split: 'Inbound and outbound',
    inbound: 'inbound',
    outbound: 'outbound',
    inboundMessages: 'Inbound messages',
    outboundMessages: 'Outbound messages',
    things: 'messages',
  },
  todoStatus: {
    heading: 'To-dos',
    things: 'to-dos',
    total: 'Total',
    open: (count: string) => `${count} open`,
    byStatus: 'To-dos by status',
    status: 'Status',
    count: 'To-dos',
    share: 'Share',
    statuses: {
      pending: 'Pending',
      in_progress: 'In progress',
      completed: 'Completed',
      canceled: 'Canceled',
    },
  },
  textAgent: {
    heading: 'Text agent',
    things: 'suggestions',
    suggestions: 'Suggestions',
    autoReplies: 'Sent automatically',
    escalations: 'Escalations',
    autoSent: (count: string) => `${count} sent automatically`,
    rates: 'Rates of the text agent',
    autoReplyRate: 'Auto-reply rate',
    confidence: 'Average confidence',
    escalationRate: 'Escalation rate',
    noRate: 'There was no suggestion.',
  },
  planMetrics: {
    heading: 'Plans',
    things: 'plans',
    active: 'Active plans',
    total: 'All plans',
    of: (count: string, plural: Intl.LDMLPluralRule) =>
      plural === 'one' ? `of ${count} plan` : `of ${count} plans`,
    contacts: 'Contacts in progress',
    inActive: 'In active plans',
    rates: 'Rates of plans',
    completionRate: 'Completion rate',
    noCompletion: 'No plan has ended yet.',
  },
  aiUsage: {
    heading: 'AI usage',
    things: 'AI use',
    cost: 'Cost',
    costUsd: 'Cost (USD)',
    tokens: 'Tokens',
    currency: 'US dollars',
    perToken: (cost: string) => `${cost} per million`,
    byFeature: 'Cost by feature',
    none: 'Nothing of it had a cost.',
    feature: 'Feature',
    share: 'Share',
    moreFeatures: (count: string, plural: Intl.LDMLPluralRule) =>
      plural === 'one' ? `${count} more feature` : `${count} more features`,
  },
  aiOrigin: {
    heading: 'AI-composed messages',
    things: 'outbound messages',
    count: 'Composed by AI',
    of: (count: string) => `of ${count} outbound`,
    share: 'AI share',
    ofOutbound: 'Of all outbound',
    byFeature: 'AI-composed messages by feature',
    none: 'All of them were written by people.',
    feature: 'Feature',
    messages: 'Messages',
    shareOfOutbound: 'Share of outbound',
  },
  changes: {
    points: (amount: string) => `${amount} pts`,
    fromZero: (amount: string) => `${amount} from 0`,
    more: (amount: string) => `>${amount}`,
    same: 'No change',
    /** @param period What the numbers are compared with: `previous 30 days` */
    against: (period: string) => `vs ${period}`,
    periods: {
      day: 'day before',
      days: (count: string) => `previous ${count} days`,
      year: 'a year earlier',
    },
    short: { period: 'before', year: 'last year' },
    spoken: {
      up: (amount: string, period: string) => `up ${amount} versus ${period}`,
      down: (amount: string, period: string) => `down ${amount} versus ${period}`,
      same: (_amount: string, period: string) => `no change versus ${period}`,
    },
    tones: { good: 'better', bad: 'worse' },
    before: (dates: string, number: string) => `${dates}: ${number}`,
  },
  grades: { good: 'Good', warning: 'Warning', poor: 'Poor' },
  table: {
    showAll: (count: string) => `Show all ${count}`,
    showFewer: (count: string) => `Show first ${count}`,
    viewTable: 'View as table',
    viewChart: 'View as chart',
  },
  activity: {
    legend: 'Series',
    units: { hour: 'Hour', day: 'Day', week: 'Week', month: 'Month', year: 'Year' },
    /** @param when A bucket's name: `Tuesday 3 March`. */
    point: (when: string, amount: string) => `${when}: ${amount}`,
    /** Comes before the summary, for those who listen. */
    about: (label: string, dates: string) => `${[label, dates].filter(Boolean).join(', ')}:`,
    summary: (amount: string, peak: string, count: string) =>
      `${amount} · busiest ${peak} with ${count}`,
    failed: 'The chart couldn’t be loaded.',
  },
  callActivity: {
    heading: 'Call activity',
    things: 'calls',
    total: 'Calls',
    connected: 'Connected',
    notConnected: 'Not connected',
    calls: (count: string, plural: Intl.LDMLPluralRule) =>
      `${count} ${plural === 'one' ? 'call' : 'calls'}`,
    point: (calls: string, connected: string) => `${calls}, ${connected} connected`,
  },
  messageActivity: {
    heading: 'Message activity',
    things: 'messages',
    total: 'Messages',
    channels: { sms: 'SMS', email: 'Email', other: 'Other' },
    messages: (count: string, plural: Intl.LDMLPluralRule) =>
      `${count} ${plural === 'one' ? 'message' : 'messages'}`,
    inChannel: {
      sms: (count: string) => `${count} SMS`,
      email: (count: string) => `${count} email`,
      other: (count: string) => `${count} other`,
    },
    point: (messages: string, channels: readonly string[]) => [messages, ...channels].join(', '),
  },
  exports: {
    menu: (name: string) => (name ? `More: ${name}` : 'More'),
    csv: 'Download CSV',
    image: 'Download image',
    from: 'From',
    to: 'To',
    timezone: 'Time zone',
    scope: 'Scope',
    scopes: { organization: 'Organization', scoped: 'Own and team' },
    figures: { figure: 'Figure', value: 'Value', before: 'Before', unit: 'Unit' },
    total: 'Total',
  },
};

export type Words = typeof english;

let current: Words = english;

/** The words in use. Ask at each render; never keep them. */
export function words(): Words {
  return current;
}

/** Replaces sections of the words for the whole page; elements show them at their next render. */
export function setWords(overrides: { [Section in keyof Words]?: Partial<Words[Section]> }): void {
  const merged = Object.entries(english).map(([section, texts]) => [
    section,
    { ...texts, ...overrides[section as keyof Words] },
  ]);
  current = Object.fromEntries(merged) as Words;
}
