import { suggestionDay, suggestionMonth } from '../rollup/definitions.js';
import { first, sql } from '../store/sql.js';
import { partsBy } from './event-sums.js';
import { meanOfMillionths, rate } from './rounding.js';
import type { SliceQuery } from './slice-query.js';

interface Sums {
  readonly n: number;
  readonly auto_sent: number;
  readonly escalated: number;
  readonly confidence_micros: number;
}

const none: Sums = { n: 0, auto_sent: 0, escalated: 0, confidence_micros: 0 };

export const textAgentStats: SliceQuery<'textAgentStats'> = async (request) => {
  const parts = partsBy(request, {
    table: 'text_agent_suggestions',
    byDay: suggestionDay,
    byMonth: suggestionMonth,
    column: 'org_id',
    sums: {
      n: sql`COUNT(*)`,
      auto_sent: sql`TOTAL(outcome = 'auto_sent')`,
      escalated: sql`TOTAL(escalated)`,
      confidence_micros: sql`TOTAL(confidence_micros)`,
    },
  });
  const sums = await first<Sums>(
    request.tx,
    sql`SELECT TOTAL(n) AS n, TOTAL(auto_sent) AS auto_sent, TOTAL(escalated) AS escalated,
          TOTAL(confidence_micros) AS confidence_micros FROM (${parts})`,
  );
  const { n, auto_sent, escalated, confidence_micros } = sums ?? none;
  return {
    total_suggestions: n,
    auto_reply_count: auto_sent,
    auto_reply_rate: rate(auto_sent, n),
    avg_confidence: meanOfMillionths(confidence_micros, n),
    escalation_count: escalated,
    escalation_rate: rate(escalated, n),
  };
};
