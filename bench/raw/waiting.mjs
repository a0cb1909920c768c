import { localColumns } from './segments.mjs';
import { during, seen } from './conditions.mjs';

const takesPart = (request, alias) =>
  `${seen(request, 'messages', alias)} AND ${alias}.contact_id IS NOT NULL
   AND NOT (${alias}.direction = 'outbound' AND ${alias}.status IN ('failed', 'undelivered'))`;

const threads = ['m.phone_id IS NOT NULL', 'm.phone_id IS NULL'];
const sameThread = [
  'other.phone_id = m.phone_id',
  'other.phone_id IS NULL AND other.channel = m.channel',
];
const part = ['m.phone_id', 'm.channel'];

/** Looks from each inbound message of the range for the one before and the next reply. */
const byNeighbours = (request) =>
  threads
    .map((thread, kind) => {
      const neighbours = `FROM messages AS other WHERE ${takesPart(request, 'other')}
        AND other.contact_id = m.contact_id AND ${sameThread[kind]}`;
      return `SELECT m.phone_id, m.created_at, (SELECT other.created_at ${neighbours}
          AND (other.created_at, other.id) > (m.created_at, m.id) AND other.direction = 'outbound'
          ORDER BY other.created_at, other.id LIMIT 1) AS reply_at
        FROM messages AS m
        WHERE ${takesPart(request, 'm')} AND m.direction = 'inbound'
          AND ${during('m.created_at', request.range)} AND ${thread}
          AND (SELECT other.direction ${neighbours}
            AND (other.created_at, other.id) < (m.created_at, m.id)
            ORDER BY other.created_at DESC, other.id DESC LIMIT 1) IS NOT 'inbound'`;
    })
    .join(' UNION ALL ');

/** Goes once through every thread in order. */
const byWindows = (request) =>
  threads
    .map((thread, kind) => {
      const order = `PARTITION BY m.contact_id, ${part[kind]} ORDER BY m.created_at, m.id`;
      return `SELECT phone_id, created_at, reply_at FROM (
          SELECT m.phone_id, m.direction, m.created_at, LAG(m.direction) OVER (${order}) AS before,
            MIN(CASE WHEN m.direction = 'outbound' THEN m.created_at END)
              OVER (${order} ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS reply_at
          FROM messages AS m WHERE ${takesPart(request, 'm')} AND ${thread}) AS in_order
        WHERE direction = 'inbound' AND (before IS NULL OR before = 'outbound')
          AND ${during('created_at', request.range)}`;
    })
    .join(' UNION ALL ');

const byLead = (request, narrowing = '') =>
  `SELECT phone_id, created_at, reply_at FROM (
     SELECT m.phone_id, m.direction, m.created_at, LAG(m.direction) OVER thread AS before,
       LEAD(CASE WHEN m.direction = 'outbound' THEN m.created_at END IGNORE NULLS)
         OVER thread AS reply_at
     FROM messages AS m WHERE ${takesPart(request, 'm')} ${narrowing}
     WINDOW thread AS (PARTITION BY m.contact_id, m.phone_id,
       CASE WHEN m.phone_id IS NULL THEN m.channel END ORDER BY m.created_at, m.id)) AS in_order
   WHERE direction = 'inbound' AND before IS DISTINCT FROM 'inbound'
     AND ${during('created_at', request.range)}`;

/** Reads only the threads of contacts who wrote in the range. */
const byLeadOfWriters = (request) =>
  byLead(
    request,
    `AND (m.contact_id, COALESCE(m.phone_id, '')) IN (
       SELECT (w.contact_id, COALESCE(w.phone_id, '')) FROM messages AS w
       WHERE ${takesPart(request, 'w')} AND w.direction = 'inbound'
         AND ${during('w.created_at', request.range)})`,
  );

const units = { sqlite: [byNeighbours, byWindows], duckdb: [byLead, byLeadOfWriters] };

/** In how many ways waiting runs can be counted in a dialect; which is faster depends on the range. */
export const waysToCount = (dialect) => units[dialect.name].length;

/** Waiting runs that opened in the range, by phone and local hour of opening. */
export const waitingRuns = (request, way) =>
  `SELECT phone_id, hour, COUNT(*) AS units, COUNT(reply_at) AS answered,
     SUM(reply_at - created_at) AS reply_ms
   FROM (SELECT ${localColumns('created_at', request)}, phone_id, created_at, reply_at
         FROM (${units[request.dialect.name][way](request)}) AS opened) AS stamped
   GROUP BY phone_id, hour`;
