import { during, seen } from './conditions.mjs';
import { localColumns } from './segments.mjs';

/**
 * The statements behind the statistics, straight over the tables of events. A request has a `scope`,
 * a `range` with `startMs`, `endMs` and `zone`, and the `dialect` of the engine.
 */
const eventTables = {
  calls: 'started_at',
  messages: 'created_at',
  todos: 'created_at',
  text_agent_suggestions: 'created_at',
  ai_usage: 'created_at',
};

const from = (table, request) =>
  `FROM ${table} WHERE ${seen(request, table)} AND ${during(eventTables[table], request.range)}`;

/** When the first event was that a scope can see. */
export const firstInstant = (request) => {
  const firsts = Object.entries(eventTables).map(
    ([table, at]) => `SELECT MIN(${at}) AS first_at FROM ${table} WHERE ${seen(request, table)}`,
  );
  return `SELECT MIN(first_at) AS first_at FROM (${firsts.join(' UNION ALL ')}) AS firsts`;
};

export const callsByHour = (request) =>
  `SELECT ${localColumns('started_at', request)}, COUNT(*) AS count,
     COUNT(duration_secs) AS connected, SUM(duration_secs) AS secs
   ${from('calls', request)} GROUP BY 1, 2`;

export const todosByStatus = (request) =>
  `SELECT status, COUNT(*) AS count ${from('todos', request)} GROUP BY status`;

export const newestCalls = (request) =>
  `SELECT event.id, event.contact_id, contacts.name AS contact_name, event.member_id,
     members.name AS member_name, event.phone_id,
     COALESCE(phones.label, phones.number, phones.id) AS phone_label,
     event.direction, event.status, event.outcome, event.duration_secs, event.started_at,
     event.recording_url
   FROM (SELECT * ${from('calls', request)} ORDER BY started_at DESC, id DESC LIMIT 10) AS event
   LEFT JOIN contacts ON contacts.org_id = event.org_id AND contacts.id = event.contact_id
   LEFT JOIN members ON members.org_id = event.org_id AND members.id = event.member_id
   LEFT JOIN phones ON phones.org_id = event.org_id AND phones.id = event.phone_id
   ORDER BY event.started_at DESC, event.id DESC`;

export const messagesByHour = (request) =>
  `SELECT ${localColumns('created_at', request)},
     COUNT(CASE WHEN channel = 'sms' THEN 1 END) AS sms,
     COUNT(CASE WHEN channel = 'email' THEN 1 END) AS email,
     COUNT(CASE WHEN channel = 'other' THEN 1 END) AS other,
     COUNT(CASE WHEN direction = 'outbound' THEN 1 END) AS outbound,
     COUNT(CASE WHEN direction = 'outbound' AND status IN ('delivered', 'read') THEN 1 END)
       AS delivered,
     COUNT(CASE WHEN direction = 'outbound' AND status IN ('failed', 'undelivered') THEN 1 END)
       AS undelivered
   ${from('messages', request)} GROUP BY 1, 2`;

export const phoneLabels = ({ scope }) =>
  `SELECT id, COALESCE(label, number, id) AS label FROM phones WHERE org_id = '${scope.orgId}'`;

export const suggestions = (request) =>
  `SELECT COUNT(*) AS suggestions, COUNT(CASE WHEN outcome = 'auto_sent' THEN 1 END) AS auto_sent,
     SUM(escalated) AS escalated, SUM(confidence_micros) AS confidence_micros
   ${from('text_agent_suggestions', request)}`;

export const plansByStatus = (request) =>
  `SELECT status, COUNT(*) AS count FROM plans WHERE ${seen(request, 'plans')} GROUP BY status`;

export const contactsInActivePlans = (request) =>
  `SELECT COUNT(DISTINCT plan_contacts.contact_id) AS count FROM plans
   JOIN plan_contacts
     ON plan_contacts.org_id = plans.org_id AND plan_contacts.plan_id = plans.id
   WHERE ${seen(request, 'plans')} AND plans.status = 'active'`;

export const usageByFeature = (request) =>
  `SELECT feature, SUM(tokens) AS tokens, SUM(cost_micros) AS cost_micros
   ${from('ai_usage', request)} GROUP BY feature ORDER BY cost_micros DESC, feature`;

export const outboundByFeature = (request) =>
  `SELECT ai_feature, COUNT(*) AS count ${from('messages', request)} AND direction = 'outbound'
   GROUP BY ai_feature ORDER BY count DESC, ai_feature`;

export const activeContacts = (request) =>
  `SELECT COUNT(DISTINCT contact_id) AS count FROM (
     SELECT contact_id ${from('calls', request)}
     UNION ALL SELECT contact_id ${from('messages', request)}) AS met`;

export const totalContacts = (request) => {
  const owned = `SELECT id FROM contacts WHERE ${seen(request, 'contacts')}`;
  const met = ['calls', 'messages']
    .map(
      (table) =>
        `UNION SELECT contact_id FROM ${table} WHERE ${seen(request, table)}
         AND contact_id IS NOT NULL`,
    )
    .join(' ');
  const all = request.scope.kind === 'organization' ? owned : `${owned} ${met}`;
  return `SELECT COUNT(*) AS count FROM (${all}) AS contacts_seen`;
};

export const eventsByChannel = (request) =>
  `SELECT channel, COUNT(*) AS count ${from('messages', request)} GROUP BY channel
   UNION ALL SELECT 'calls', COUNT(*) ${from('calls', request)}`;

export const newestEvents = (request, table) => {
  const at = eventTables[table];
  const channel = table === 'calls' ? "'call' AS channel" : 'channel';
  return `SELECT event.id, event.contact_id, contacts.name AS contact_name, event.channel,
      event.direction, event.status, event.happened_at
    FROM (SELECT org_id, id, contact_id, ${channel}, direction, status, ${at} AS happened_at
          ${from(table, request)} ORDER BY ${at} DESC, id DESC LIMIT 10) AS event
    LEFT JOIN contacts ON contacts.org_id = event.org_id AND contacts.id = event.contact_id
    ORDER BY event.happened_at DESC, event.id DESC`;
};
