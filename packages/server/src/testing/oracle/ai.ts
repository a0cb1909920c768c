import type { AnswerOf, Slices } from '@inlay/sdk/contract';
import { compare, percent, sum } from './figures.js';
import type { OracleQuestion } from './question.js';
import { isInRange } from './range.js';

type Answer<Name extends keyof Slices> = Omit<AnswerOf<Slices[Name]>, 'meta'>;

const millionths = (decimal: string): number => Math.round(Number(decimal) * 1e6);

const words = (key: string): string => {
  const spaced = key.split(/[_-]+/).join(' ').trim();
  return spaced === '' ? key : spaced.slice(0, 1).toUpperCase() + spaced.slice(1);
};

export function oracleTextAgentStats(question: OracleQuestion): Answer<'textAgentStats'> {
  const { world, view, passes, range } = question;
  const rows = world.text_agent_suggestions.filter(
    (row) => view.byPhone(row) && passes(row) && isInRange(range, row.created_at),
  );
  const autoSent = rows.filter((row) => row.outcome === 'auto_sent').length;
  const escalated = rows.filter((row) => row.escalated).length;
  const confidence = sum(rows.map((row) => millionths(row.confidence)));
  return {
    total_suggestions: rows.length,
    auto_reply_count: autoSent,
    auto_reply_rate: percent(autoSent, rows.length),
    avg_confidence: rows.length === 0 ? null : Math.round(confidence / rows.length / 100) / 1e4,
    escalation_count: escalated,
    escalation_rate: percent(escalated, rows.length),
  };
}

export function oraclePlanStats({ world, view }: OracleQuestion): Answer<'planStats'> {
  const plans = world.plans.filter((row) => view.byMember(row));
  const of = (...statuses: string[]) => plans.filter((row) => statuses.includes(row.status));
  const active = of('active').map((row) => `${row.org_id} ${row.id}`);
  const contacts = world.plan_contacts
    .filter((row) => active.includes(`${row.org_id} ${row.plan_id}`))
    .map((row) => row.contact_id);
  return {
    total_plans: plans.length,
    active_plans: active.length,
    contacts_in_active_plans: new Set(contacts).size,
    completion_rate: percent(of('completed').length, of('completed', 'canceled', 'failed').length),
  };
}

export function oracleAiUsageStats(question: OracleQuestion): Answer<'aiUsageStats'> {
  const { world, view, passes, range } = question;
  const rows = world.ai_usage.filter(
    (row) => view.byMember(row) && passes(row) && isInRange(range, row.created_at),
  );
  const costOf = (some: typeof rows) => sum(some.map((row) => millionths(row.cost_usd)));
  return {
    total_tokens: sum(rows.map((row) => row.tokens)),
    total_cost: costOf(rows) / 1e6,
    cost_by_feature: [...new Set(rows.map((row) => row.feature))]
      .map((key) => ({ key, micros: costOf(rows.filter((row) => row.feature === key)) }))
      .sort((a, b) => b.micros - a.micros || compare(a.key, b.key))
      .map(({ key, micros }) => ({ feature_key: key, feature: words(key), cost: micros / 1e6 })),
  };
}

export function oracleAiMessageOriginStats(
  question: OracleQuestion,
): Answer<'aiMessageOriginStats'> {
  const { world, view, passes, range } = question;
  const outbound = world.messages.filter(
    (row) =>
      row.direction === 'outbound' &&
      view.byPhone(row) &&
      passes(row) &&
      isInRange(range, row.created_at),
  );
  const keys = outbound.flatMap((row) => row.ai_feature ?? []);
  return {
    total_outbound: outbound.length,
    ai_message_count: keys.length,
    ai_share: percent(keys.length, outbound.length),
    by_feature: [...new Set(keys)]
      .map((key) => ({
        feature_key: key,
        feature: words(key),
        count: keys.filter((other) => other === key).length,
      }))
      .sort((a, b) => b.count - a.count || compare(a.feature_key, b.feature_key)),
  };
}
