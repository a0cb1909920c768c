import type { Definition } from './definitions.js';

type Unit = Definition['unit'];
type Parts = Partial<Pick<Definition, 'when' | 'numerator' | 'denominator' | 'excludes'>>;

/** Defines the metrics of one slice. */
const of =
  (slice: string) =>
  (metric: string, name: string, unit: Unit, formula: string, parts: Parts = {}): Definition => ({
    slice,
    metric,
    when: parts.when ?? null,
    name,
    formula,
    numerator: parts.numerator ?? null,
    denominator: parts.denominator ?? null,
    unit,
    excludes: parts.excludes ?? null,
  });

const stats = of('stats');
const messaging = of('messaging-stats');
const textAgent = of('text-agent-stats');
const plans = of('plan-stats');
const aiUsage = of('ai-usage-stats');
const origin = of('ai-message-origin-stats');
const engagement = of('engagement-stats');

const failedOut =
  'Outbound messages that failed or were undelivered, and messages without a contact';
const run = "a contact's messages in a row that wait for a reply";

const responsesByRun: readonly Definition[] = [
  messaging(
    'response_insights.avg_response_time_secs',
    'Average first response time',
    'seconds',
    `From the first of ${run} to the reply`,
    {
      numerator: 'Sum of the times from first message to reply',
      denominator: 'Waiting runs that were answered',
      excludes: `${failedOut}; no value when nothing was answered`,
    },
  ),
  messaging(
    'response_insights.unanswered_count',
    'Unanswered',
    'count',
    'Waiting runs opened in the range that have no reply yet. A waiting run is a contact’s messages in a row without a reply: it opens with the first one after the last reply and is answered by the next reply in the thread',
    { excludes: failedOut },
  ),
  messaging(
    'response_insights.response_rate',
    'Response rate',
    'percent',
    'Answered, of all waiting runs opened in the range',
    {
      numerator: 'Waiting runs that were answered, even after the range',
      denominator: 'All waiting runs opened in the range',
      excludes: `${failedOut}; no value without a run`,
    },
  ),
  messaging(
    'response_insights.unresponded_by_hour',
    'Unanswered by hour',
    'count',
    'Unanswered waiting runs by the local hour in which they opened',
    { excludes: failedOut },
  ),
  messaging(
    'response_insights.by_phone',
    'Responses per phone',
    'count',
    'Waiting runs by the phone on which they opened',
    { excludes: failedOut },
  ),
];

const when = 'unanswered_by=message';

const responsesByMessage: readonly Definition[] = [
  messaging(
    'response_insights.avg_response_time_secs',
    'Average first response time',
    'seconds',
    'From an inbound message to the reply that is the very next message of its thread',
    {
      when,
      numerator: 'Sum of the times from message to reply',
      denominator: 'Inbound messages that were answered',
      excludes: `${failedOut}; no value when nothing was answered`,
    },
  ),
  messaging(
    'response_insights.unanswered_count',
    'Unanswered',
    'count',
    'Inbound messages of the range that are not followed by a reply in their thread',
    { when, excludes: failedOut },
  ),
  messaging(
    'response_insights.response_rate',
    'Response rate',
    'percent',
    'Answered, of all inbound messages of the range',
    {
      when,
      numerator: 'Inbound messages that were answered, even after the range',
      denominator: 'All inbound messages of the range',
      excludes: `${failedOut}; no value without an inbound message`,
    },
  ),
  messaging(
    'response_insights.unresponded_by_hour',
    'Unanswered by hour',
    'count',
    'Unanswered inbound messages by the local hour in which they came',
    { when, excludes: failedOut },
  ),
  messaging(
    'response_insights.by_phone',
    'Responses per phone',
    'count',
    'Inbound messages by the phone on which they came',
    { when, excludes: failedOut },
  ),
];

/** Every number of the dashboard, in the order of its slices. */
export const metricDefinitions: readonly Definition[] = [
  stats(
    'total_calls',
    'Total calls',
    'count',
    'Calls started in the range, those in progress included',
  ),
  stats('total_duration_secs', 'Total duration', 'seconds', 'Sum of talk time', {
    excludes: 'Calls that never connected have no talk time',
  }),
  stats('avg_duration_secs', 'Average duration', 'seconds', 'Talk time per connected call', {
    numerator: 'Sum of talk time',
    denominator: 'Calls that have a talk time',
    excludes: 'Calls that never connected; no value when none did',
  }),
  stats('total_todos', 'Total to-dos', 'count', 'To-dos created in the range, of any status'),
  stats(
    'todo_status_counts',
    'To-dos by status',
    'count',
    'To-dos created in the range, by their status now',
  ),
  stats(
    'call_activity.count',
    'Calls per bucket',
    'count',
    'Calls by the local time at which they started',
  ),
  stats(
    'call_activity.connected_count',
    'Connected calls per bucket',
    'count',
    'Calls that have a talk time',
  ),
  stats(
    'call_heatmap',
    'Calls by weekday and hour',
    'count',
    'Calls by the weekday and hour that the local clock showed when they started',
  ),
  messaging(
    'total_messages',
    'Total messages',
    'count',
    'Messages created in the range, in both directions and on every channel',
  ),
  messaging('inbound_count', 'Inbound messages', 'count', 'Messages from contacts'),
  messaging(
    'outbound_count',
    'Outbound messages',
    'count',
    'Messages to contacts, those that failed included',
  ),
  messaging(
    'delivery_rate',
    'Delivery rate',
    'percent',
    'Delivered or read, of the outbound messages whose end is known',
    {
      numerator: 'Outbound messages that were delivered or read',
      denominator: 'Outbound messages that were delivered, read, failed or undelivered',
      excludes: 'Messages that are queued or only sent; no value when none has ended',
    },
  ),
  messaging(
    'message_activity',
    'Messages per bucket',
    'count',
    'Messages by channel and by the local time at which they were created',
  ),
  messaging(
    'message_heatmap',
    'Messages by weekday and hour',
    'count',
    'Messages by the weekday and hour that the local clock showed',
  ),
  ...responsesByRun,
  ...responsesByMessage,
  textAgent(
    'total_suggestions',
    'Suggestions',
    'count',
    'Replies that the text agent suggested in the range',
  ),
  textAgent(
    'auto_reply_count',
    'Auto-replies',
    'count',
    'Suggestions that were sent without a person',
  ),
  textAgent(
    'auto_reply_rate',
    'Auto-reply rate',
    'percent',
    'Sent without a person, of all suggestions',
    {
      numerator: 'Suggestions sent automatically',
      denominator: 'All suggestions',
      excludes: 'No value without a suggestion',
    },
  ),
  textAgent(
    'avg_confidence',
    'Average confidence',
    'ratio',
    'Mean of the confidence, from 0 to 1, that the text agent gave',
    {
      numerator: 'Sum of confidences',
      denominator: 'All suggestions',
      excludes: 'No value without a suggestion',
    },
  ),
  textAgent('escalation_count', 'Escalations', 'count', 'Suggestions that were handed to a person'),
  textAgent(
    'escalation_rate',
    'Escalation rate',
    'percent',
    'Handed to a person, of all suggestions',
    {
      numerator: 'Escalated suggestions',
      denominator: 'All suggestions',
      excludes: 'No value without a suggestion',
    },
  ),
  plans('total_plans', 'Plans', 'count', 'Plans of any status, as of now'),
  plans('active_plans', 'Active plans', 'count', 'Plans whose status is active now'),
  plans(
    'contacts_in_active_plans',
    'Contacts in progress',
    'count',
    'Distinct contacts of the active plans',
  ),
  plans(
    'completion_rate',
    'Completion rate',
    'percent',
    'Completed, of all plans that have ended',
    {
      numerator: 'Completed plans',
      denominator: 'Plans that were completed, canceled or failed',
      excludes: 'Drafts, active and paused plans; no value while none has ended',
    },
  ),
  aiUsage('total_tokens', 'Tokens', 'tokens', 'Sum of the tokens of every AI use in the range'),
  aiUsage('total_cost', 'Cost', 'usd', 'Sum of the cost of every AI use in the range'),
  aiUsage('cost_by_feature', 'Cost by feature', 'usd', 'Cost by the AI feature that caused it'),
  origin(
    'total_outbound',
    'Outbound messages',
    'count',
    'Messages to contacts, those that failed included',
  ),
  origin(
    'ai_message_count',
    'AI-composed messages',
    'count',
    'Outbound messages that an AI feature composed',
  ),
  origin('ai_share', 'AI share', 'percent', 'Composed by AI, of all outbound messages', {
    numerator: 'Outbound messages that an AI feature composed',
    denominator: 'All outbound messages',
    excludes: 'No value without an outbound message',
  }),
  origin(
    'by_feature',
    'AI-composed by feature',
    'count',
    'AI-composed messages by the feature that composed them',
  ),
  engagement(
    'active_contacts',
    'Active contacts',
    'count',
    'Distinct contacts with a call or a message in the range',
  ),
  engagement(
    'total_contacts',
    'Contacts',
    'count',
    'All contacts; for a reader of some phones, those owned or ever called or written with',
  ),
  engagement(
    'channel_distribution',
    'Channels',
    'count',
    'Calls and messages of the range by channel',
  ),
  engagement(
    'recent_activities',
    'Recent activity',
    'count',
    'The newest ten calls and messages of the range together',
  ),
];
