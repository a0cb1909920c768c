import { number, percent, ratio, whole } from './numbers.mjs';

/**
 * @typedef {object} Verdict
 * @property {string} what
 * @property {string} target
 * @property {string} measured
 * @property {'met' | 'falls short' | 'not measured'} verdict
 */

const judged = (what, target, isMet, measured) => ({
  what,
  target,
  measured,
  verdict: isMet ? 'met' : 'falls short',
});

const missing = (what, target, because) => ({
  what,
  target,
  measured: because,
  verdict: 'not measured',
});

const worst = (rows, valueOf) => rows.reduce((a, b) => (valueOf(b) > valueOf(a) ? b : a));
const least = (rows, valueOf) => worst(rows, (row) => -valueOf(row));

const p95 = ({ inlay }) => inlay.p95;
const named = ({ slice, range }) => `${slice}, ${range}`;

/** Rows whose answer a limit in ms is set for. */
function withinMs(what, limit, rows) {
  const slowest = worst(rows, p95);
  const over = rows.filter((row) => p95(row) > limit).length;
  const count = over === 0 ? '' : `; ${over} of ${rows.length} are over`;
  return judged(
    what,
    `p95 ≤ ${limit} ms`,
    over === 0,
    `${number(p95(slowest))} ms (${named(slowest)})${count}`,
  );
}

/** Scoped contacts of a past range cost more; nothing else of a scope has a limit of its own. */
const isPastContacts = ({ slice, range }) =>
  slice === 'engagement-stats' && range === '60 days in the past';

function answerTargets({ answers }) {
  const of = (reader) => answers.filter((row) => row.reader === reader);
  const isMessaging = ({ slice }) => slice === 'messaging-stats';
  const organization = of('organization');
  const five = of('five phones');
  return [
    withinMs(
      'organization, every range, not cached',
      5,
      organization.filter((row) => !isMessaging(row)),
    ),
    withinMs('the same, messaging-stats with 500 phones', 10, organization.filter(isMessaging)),
    withinMs(
      'reader with 5 phones',
      15,
      five.filter((row) => !isPastContacts(row)),
    ),
    withinMs('the same, contacts of a past range', 40, five.filter(isPastContacts)),
    withinMs('manager with 50 phones, all time', 100, of('fifty phones')),
  ];
}

function growthTargets(sizes) {
  const small = sizes['100k'];
  const [largest] = Object.keys(sizes).slice(-1);
  const limits = [
    ['growth of p50 from 100k events', 1.3, ({ slice }) => slice !== 'messaging-stats'],
    ['the same, with a table per phone', 2, ({ slice }) => slice === 'messaging-stats'],
  ];
  return limits.map(([what, limit, isMeant]) => {
    const target = `≤ ${number(limit, 1)}× at 10M`;
    if (small === undefined || largest === '100k') return missing(what, target, 'one size only');
    const rows = growthOf(small, sizes[largest]).filter(isMeant);
    const most = worst(rows, ({ growth }) => growth);
    const over = rows.filter(({ growth }) => growth > limit).length;
    const count = over === 0 ? '' : `; ${over} of ${rows.length} are over`;
    return judged(
      what,
      target,
      over === 0,
      `${ratio(most.growth)} at ${largest} (${named(most)})${count}`,
    );
  });
}

/** The organization's questions of two sizes with the ratio of their medians. */
export const growthOf = (small, large) =>
  large.answers
    .map((row, index) => ({ ...row, growth: row.inlay.p50 / small.answers[index].inlay.p50 }))
    .filter(({ reader }) => reader === 'organization');

function ratioTargets({ answers }) {
  const rows = answers.filter(
    ({ reader, range }) => reader === 'organization' && range === 'all time',
  );
  const against = (engine, words, limit) => {
    const of = (row) => row[engine].p50 / row.inlay.p50;
    const lowest = least(rows, of);
    const highest = worst(rows, of);
    return judged(
      `all time, against ${words}`,
      `≥ ${whole(limit)}× faster`,
      of(lowest) >= limit,
      `${ratio(of(lowest))} (${lowest.slice}) to ${ratio(of(highest))} (${highest.slice})`,
    );
  };
  return [against('sqlite', 'raw SQL over the same rows', 1000), against('duckdb', 'DuckDB', 100)];
}

const servingWords = [
  ['repeated request, per process', '≥ 12,000 per second'],
  ['nothing changed', '304'],
  ['event loop, 50 clients with new ranges', 'held ≤ 10 ms'],
  ['health check, the same 50 clients', 'p99 < 50 ms'],
];

function servingTargets({ serving }) {
  if (serving.missing) return servingWords.map((words) => missing(...words, serving.missing));
  const { repeated, underLoad } = serving;
  const { health, loop } = underLoad;
  const measured = [
    [
      repeated.every(({ same }) => same.perSec >= 12_000),
      repeated.map(({ slice, same }) => `${whole(same.perSec)} (${slice})`).join(', '),
    ],
    [
      repeated.every(({ unchanged }) => unchanged.others === ''),
      repeated
        .map(({ slice, unchanged }) => `${whole(unchanged.perSec)} per second (${slice})`)
        .join(', '),
    ],
    [loop.max <= 10, `at most ${number(loop.max)} ms, p99 ${number(loop.p99)} ms`],
    [health.p99 < 50, `${number(health.p99)} ms`],
  ];
  return servingWords.map((words, index) => judged(...words, ...measured[index]));
}

function writingTargets({ imported, rebuild, ingest, rows }) {
  const perSec = (what, limit, rate) =>
    judged(what, `≥ ${whole(limit)} rows per second`, rate >= limit, `${whole(rate)} per second`);
  const single = 'single rows from 50 clients, acknowledged';
  const batches = 'rows in batches';
  return [
    ...(ingest.missing
      ? [
          missing(single, '≥ 2,000 rows per second', ingest.missing),
          missing(batches, '≥ 5,000 rows per second', ingest.missing),
        ]
      : [
          perSec(single, 2000, ingest.single.perSec),
          perSec(batches, 5000, ingest.batches.rowsPerSec),
        ]),
    perSec('import', 150_000, imported.rowsPerSec),
    rebuild.missing
      ? missing('rebuild of rollups', '≥ 150,000 rows per second', rebuild.missing)
      : perSec('rebuild of rollups', 150_000, rows.events / rebuild.secs),
  ];
}

function diskTarget({ disk }) {
  const [what, target] = ['rollups on disk', '≤ 45 % of the raw tables'];
  if (disk.missing) return missing(what, target, disk.missing);
  const { events, eventIndexes, rollups } = disk.bytes;
  if (rollups === 0) return missing(what, target, 'this build keeps none');
  const share = rollups / (events + eventIndexes);
  return judged(
    what,
    target,
    share <= 0.45,
    `${percent(share)} of events with their indexes, ${percent(rollups / events)} without`,
  );
}

/** @returns {Verdict[]} every target, whether met or not */
export function verdictsOf({ sizes, largest }) {
  const measured = sizes[largest];
  return [
    ...answerTargets(measured),
    ...growthTargets(sizes),
    ...ratioTargets(measured),
    ...servingTargets(measured),
    ...writingTargets(measured),
    diskTarget(measured),
  ];
}
