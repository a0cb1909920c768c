import { within } from '../access/within.js';
import { first, name, sql } from '../store/sql.js';
import { during } from './day-hours.js';
import { meanOfMillionths, rate } from './rounding.js';
import type { SliceQuery } from './slice-query.js';

interface Sums {
  readonly suggestions: number;
  readonly auto_sent: number;
  readonly escalated: number;
  readonly confidence_micros: number;
}

const none: Sums = { suggestions: 0, auto_sent: 0, escalated: 0, confidence_micros: 0 };

export const textAgentStats: SliceQuery<'textAgentStats'> = async (request) => {
  const { tx, scope, query, range } = request;
  const sums = await first<Sums>(
    tx,
    sql`SELECT COUNT(*) AS suggestions, TOTAL(outcome = 'auto_sent') AS auto_sent,
          TOTAL(escalated) AS escalated, TOTAL(confidence_micros) AS confidence_micros
        FROM text_agent_suggestions
        WHERE ${within(scope, 'text_agent_suggestions', { filters: query })}
          AND ${during(name('created_at'), range)}`,
  );
  const { suggestions, auto_sent, escalated, confidence_micros } = sums ?? none;
  return {
    total_suggestions: suggestions,
    auto_reply_count: auto_sent,
    auto_reply_rate: rate(auto_sent, suggestions),
    avg_confidence: meanOfMillionths(confidence_micros, suggestions),
    escalation_count: escalated,
    escalation_rate: rate(escalated, suggestions),
  };
};
