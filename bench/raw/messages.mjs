import { meanOfMs, rate } from '../../packages/server/dist/slices/rounding.js';
import { heatmapOf, maxOf, seriesOf, sumOf } from './series.mjs';
import { messagesByHour, phoneLabels } from './statements.mjs';
import { waitingRuns } from './waiting.mjs';

const total = ({ sms, email, other }) => sms + email + other;

export async function messagingStats(ask, request, way) {
  const groups = await ask(messagesByHour(request));
  const heatmap = heatmapOf(groups, total);
  const messages = sumOf(groups, 'sms') + sumOf(groups, 'email') + sumOf(groups, 'other');
  const outbound = sumOf(groups, 'outbound');
  const delivered = sumOf(groups, 'delivered');
  return {
    total_messages: messages,
    inbound_count: messages - outbound,
    outbound_count: outbound,
    delivery_rate: rate(delivered, delivered + sumOf(groups, 'undelivered')),
    message_heatmap_max: maxOf(heatmap),
    message_activity: seriesOf(
      groups,
      request.range,
      { sms_count: 0, email_count: 0, other_count: 0 },
      (bar, { sms, email, other }) => {
        bar.sms_count += sms;
        bar.email_count += email;
        bar.other_count += other;
      },
    ),
    message_heatmap: heatmap,
    response_insights: await responses(ask, request, way),
  };
}

async function responses(ask, request, way) {
  const groups = await ask(waitingRuns(request, way));
  const labels = new Map((await ask(phoneLabels(request))).map(({ id, label }) => [id, label])).set(
    null,
    'No phone',
  );
  const byHour = Array.from({ length: 24 }, (_, hour) => ({ hour, count: 0 }));
  for (const { hour, units, answered } of groups) byHour[hour].count += units - answered;
  const phones = Map.groupBy(groups, ({ phone_id }) => phone_id);
  return {
    unanswered_by: 'run',
    ...figuresOf(groups),
    unresponded_by_hour: byHour,
    by_phone: [...phones]
      .map(([id, rows]) => ({
        phone_id: id,
        phone_label: labels.get(id),
        responded_count: sumOf(rows, 'answered'),
        ...figuresOf(rows),
      }))
      .sort(busiestFirst),
  };
}

function figuresOf(groups) {
  const units = sumOf(groups, 'units');
  const answered = sumOf(groups, 'answered');
  return {
    avg_response_time_secs: meanOfMs(sumOf(groups, 'reply_ms'), answered),
    unanswered_count: units - answered,
    response_rate: rate(answered, units),
  };
}

const unitsOf = ({ responded_count, unanswered_count }) => responded_count + unanswered_count;

const busiestFirst = (a, b) => unitsOf(b) - unitsOf(a) || (a.phone_label < b.phone_label ? -1 : 1);
