const number = new Intl.NumberFormat('en');

const count = (value) => number.format(value);
const percent = (value) => (value === null ? '–' : `${value.toFixed(1)} %`);

/** `3725` → `1 h 2 min`, `185` → `3 min 5 s` */
function duration(secs) {
  if (secs === null) return '–';
  const whole = Math.round(secs);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  if (hours > 0) return `${count(hours)} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}

/** How a number has changed: in percent of what it was, or in points where it is a percentage. */
function change(now, before, isRate) {
  if (now === null || before == null) return '';
  const difference = isRate ? now - before : before === 0 ? NaN : ((now - before) / before) * 100;
  if (Number.isNaN(difference)) return '';
  const size = Math.abs(difference).toFixed(1);
  const sign = size === '0.0' ? '±' : difference > 0 ? '+' : '−';
  return `${sign}${size} ${isRate ? 'points' : '%'}`;
}

/** A local date; dates of an answer are the organization's, and need no zone of their own. */
const date = (text, options) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(new Date(`${text}Z`));
const day = (text) => date(text, { weekday: 'short', day: 'numeric', month: 'short' });
const long = (text) => date(text, { day: 'numeric', month: 'long', year: 'numeric' });

/** An instant, as the organization's clock showed it. */
const clock = (instant, timeZone) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));

/** Rows in columns: the first to the left, the rest to the right unless `left` names them. */
function columns(rows, left = [0]) {
  const widths = rows[0].map((_, index) => Math.max(...rows.map((row) => row[index].length)));
  const cell = (text, index) =>
    left.includes(index) ? text.padEnd(widths[index]) : text.padStart(widths[index]);
  return rows.map((row) => row.map(cell).join('   ').trimEnd());
}

function figures({ stats, messages }) {
  const [before, beforeMessages] = [stats.comparison, messages.comparison];
  const [replies, repliesBefore] = [messages.response_insights, beforeMessages?.response_insights];
  const row = (label, now, was, write, isRate) => [label, write(now), change(now, was, isRate)];
  return columns([
    row('Calls', stats.total_calls, before?.total_calls, count),
    row('Talk time', stats.total_duration_secs, before?.total_duration_secs, duration),
    row('Average call', stats.avg_duration_secs, before?.avg_duration_secs, duration),
    row('Messages', messages.total_messages, beforeMessages?.total_messages, count),
    row('Delivery rate', messages.delivery_rate, beforeMessages?.delivery_rate, percent, true),
    row(
      'First response',
      replies.avg_response_time_secs,
      repliesBefore?.avg_response_time_secs,
      duration,
    ),
    row('Response rate', replies.response_rate, repliesBefore?.response_rate, percent, true),
    row('Unanswered', replies.unanswered_count, repliesBefore?.unanswered_count, count),
    row('To-dos', stats.total_todos, before?.total_todos, count),
  ]);
}

function days({ stats, messages }) {
  const rows = stats.call_activity.map((calls, index) => {
    const { sms_count, email_count, other_count } = messages.message_activity[index];
    return [
      day(calls.date),
      count(calls.count),
      count(calls.connected_count),
      duration(calls.duration_secs),
      count(sms_count),
      count(email_count),
      count(other_count),
    ];
  });
  return columns([['Day', 'Calls', 'Connected', 'Talk time', 'SMS', 'Email', 'Other'], ...rows]);
}

const waitingRows = (waiting, zone) =>
  columns(
    waiting.map(({ created_at, contact_name, contact_id, channel, phone_label }) => [
      clock(created_at, zone),
      contact_name ?? contact_id ?? 'unknown',
      channel,
      phone_label ?? '',
    ]),
    [0, 1, 2, 3],
  );

/** The report as text. */
export function reportOf({ stats, messages, waiting }) {
  const { from, to, timezone, scope, generated_at } = stats.meta;
  const seen = scope === 'organization' ? 'the whole organization' : 'what this reader may see';
  const lines = [
    `${long(from)} to ${long(to)}, ${seen}`,
    `As of ${clock(generated_at, timezone)} in ${timezone}; changes against the seven days before`,
    '',
    ...figures({ stats, messages }),
    '',
    ...days({ stats, messages }),
  ];
  if (waiting.length === 0) return lines.join('\n');
  return [
    ...lines,
    '',
    'Waiting for a reply, newest first',
    ...waitingRows(waiting, timezone),
  ].join('\n');
}
