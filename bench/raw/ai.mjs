import {
  fromMillionths,
  meanOfMillionths,
  rate,
} from '../../packages/server/dist/slices/rounding.js';
import { sumOf } from './series.mjs';
import {
  contactsInActivePlans,
  outboundByFeature,
  plansByStatus,
  suggestions,
  usageByFeature,
} from './statements.mjs';

const labelOf = (key) => {
  const text = key.replaceAll('_', ' ');
  return text[0].toUpperCase() + text.slice(1);
};

export async function textAgentStats(ask, request) {
  const [sums] = await ask(suggestions(request));
  return {
    total_suggestions: sums.suggestions,
    auto_reply_count: sums.auto_sent,
    auto_reply_rate: rate(sums.auto_sent, sums.suggestions),
    avg_confidence: meanOfMillionths(sums.confidence_micros, sums.suggestions),
    escalation_count: sums.escalated ?? 0,
    escalation_rate: rate(sums.escalated, sums.suggestions),
  };
}

export async function planStats(ask, request) {
  const rows = await ask(plansByStatus(request));
  const [contacts] = await ask(contactsInActivePlans(request));
  const counts = new Map(rows.map(({ status, count }) => [status, count]));
  const [active, completed, canceled, failed] = ['active', 'completed', 'canceled', 'failed'].map(
    (status) => counts.get(status) ?? 0,
  );
  return {
    total_plans: sumOf(rows, 'count'),
    active_plans: active,
    contacts_in_active_plans: contacts.count,
    completion_rate: rate(completed, completed + canceled + failed),
  };
}

export async function aiUsageStats(ask, request) {
  const rows = await ask(usageByFeature(request));
  return {
    total_tokens: sumOf(rows, 'tokens'),
    total_cost: fromMillionths(sumOf(rows, 'cost_micros')),
    cost_by_feature: rows.map(({ feature, cost_micros }) => ({
      feature_key: feature,
      feature: labelOf(feature),
      cost: fromMillionths(cost_micros),
    })),
  };
}

export async function aiMessageOriginStats(ask, request) {
  const rows = await ask(outboundByFeature(request));
  const composed = rows.filter(({ ai_feature }) => ai_feature !== null);
  return {
    total_outbound: sumOf(rows, 'count'),
    ai_message_count: sumOf(composed, 'count'),
    ai_share: rate(sumOf(composed, 'count'), sumOf(rows, 'count')),
    by_feature: composed.map(({ ai_feature, count }) => ({
      feature_key: ai_feature,
      feature: labelOf(ai_feature),
      count,
    })),
  };
}
