import { dateOfDay } from '../time/local.js';
import { people } from './cast.js';
import type { Random } from './random.js';
import { instantsOf, working } from './rhythm.js';
import { history, isoInstant, randomFor, type Season, type SeedRow } from './season.js';

/** Tokens of one use, on average, and what a million of them cost in dollars. */
const features = {
  text_agent: { tokens: 1_350, dollars: 4.2 },
  summaries: { tokens: 2_600, dollars: 1.1 },
  transcription: { tokens: 5_200, dollars: 0.6 },
  campaign_writer: { tokens: 1_900, dollars: 6.5 },
  follow_up: { tokens: 900, dollars: 4.2 },
  knowledge_search: { tokens: 3_100, dollars: 0.35 },
} as const;
type Feature = keyof typeof features;

/** What was used while calls, messages and suggestions came about, and by searching. */
export function aiUsage(
  season: Season,
  { calls, messages, suggestions }: Record<'calls' | 'messages' | 'suggestions', SeedRow[]>,
): SeedRow[] {
  const recorded = calls.filter((call) => 'recording_url' in call);
  return [
    ...suggestions.map((row) => use(season, 'text_agent', row, row.created_at)),
    ...recorded.map((row) => use(season, 'transcription', row, row.ended_at)),
    ...recorded.map((row) => use(season, 'summaries', row, row.ended_at)),
    ...messages.flatMap((row) =>
      row.ai_feature === 'campaign_writer' || row.ai_feature === 'follow_up'
        ? [use(season, row.ai_feature, row, row.created_at)]
        : [],
    ),
    ...searches(season),
  ];
}

function searches(season: Season): SeedRow[] {
  return history(season).flatMap((day) => {
    const random = randomFor(season, 'searches', day.day);
    const searched = instantsOf(random, working, season, day, 14);
    return searched.map((ms, place) => {
      const id = `${dateOfDay(day.day)}.${place + 1}`;
      const by = { id, member_id: random.pick(people).id };
      return use(season, 'knowledge_search', by, isoInstant(ms));
    });
  });
}

function use(
  season: Season,
  feature: Feature,
  by: SeedRow,
  created_at: SeedRow[string] | undefined = '',
): SeedRow {
  const random = randomFor(season, feature, String(by.id));
  const { tokens, cost_usd } = amount(random, feature);
  return {
    id: `${feature}.${String(by.id)}`,
    org_id: season.orgId,
    ...(by.member_id !== undefined && { member_id: by.member_id }),
    feature,
    tokens,
    cost_usd,
    created_at,
  };
}

function amount(random: Random, feature: Feature): { tokens: number; cost_usd: string } {
  const { tokens: mean, dollars } = features[feature];
  const tokens = Math.round(random.logNormal(mean, 0.5));
  return { tokens, cost_usd: ((tokens * dollars) / 1_000_000).toFixed(6) };
}
