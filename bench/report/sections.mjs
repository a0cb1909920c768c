import { mebibytes, number, percent, ratio, table, whole } from './numbers.mjs';
import { growthOf } from './targets.mjs';

const pair = ({ p50, p95 }) => `${number(p50)} / ${number(p95)}`;

/** What the three engines took for the questions of one reader. */
export function answersSection({ answers }, reader) {
  const rows = answers
    .filter((row) => row.reader === reader)
    .map((row) => [
      row.slice,
      row.range,
      pair(row.inlay),
      pair(row.sqlite),
      pair(row.duckdb),
      ratio(row.sqlite.p50 / row.inlay.p50),
      ratio(row.duckdb.p50 / row.inlay.p50),
    ]);
  const head = ['slice', 'range', 'Inlay', 'raw SQL', 'DuckDB', 'raw : Inlay', 'DuckDB : Inlay'];
  return table(head, rows, 2);
}

/** Medians of the organization's questions by size. */
export function growthSection(sizes) {
  const names = Object.keys(sizes);
  const [smallest] = names;
  const largest = names.at(-1);
  const rows = growthOf(sizes[smallest], sizes[largest]).map(({ slice, range, growth }) => {
    const at = (size) =>
      sizes[size].answers.find(
        (row) => row.slice === slice && row.range === range && row.reader === 'organization',
      );
    const medians = names.map((size) => number(at(size).inlay.p50));
    const raw = at(largest).sqlite.p50 / at(smallest).sqlite.p50;
    return [slice, range, ...medians, ratio(growth), ratio(raw)];
  });
  return table(['slice', 'range', ...names, 'growth', 'growth of raw SQL'], rows, 2);
}

/** Answers of another status than was asked for. */
const besides = ({ others }) => (others === '' ? '' : `, besides ${others}`);

export function servingSection({ serving }) {
  if (serving.missing) return `Not measured: ${serving.missing}.`;
  const alone = serving.alone.map(({ slice, bytes, uncached, repeated, unchanged }) => [
    slice,
    whole(bytes),
    uncached ? pair(uncached) : '–',
    pair(repeated),
    pair(unchanged),
  ]);
  const many = serving.repeated.flatMap(({ slice, same, unchanged }) =>
    [
      ['the same answer', same],
      ['304, nothing changed', unchanged],
    ].map(([what, found]) => [
      slice,
      what + besides(found),
      whole(found.perSec),
      number(found.p50),
      number(found.p99),
    ]),
  );
  const { answered, health, loop } = serving.underLoad;
  return `One client, one request after the other, whole requests in ms (p50 / p95):

${table(['slice', 'bytes', 'new range', 'last 30 days again', '304'], alone)}

Fifty clients who repeat one request:

${table(['slice', 'answer', 'requests per second', 'p50 ms', 'p99 ms'], many, 2)}

Fifty clients who ask all slices in turn for ranges that nobody asked for before, half of them for
everything and half with five phones: ${whole(answered.perSec)} answers per second, p99 ${number(answered.p99)} ms${besides(answered)}. A
health check meanwhile took ${number(health.p50)} ms (p50), ${number(health.p99)} ms (p99), ${number(health.max)} ms (longest). The event loop of the server was
held for ${number(loop.p99)} ms (p99), at most ${number(loop.max)} ms.`;
}

export function writingSection({
  imported,
  indexSecs,
  duckdbLoadSecs,
  ingest,
  rebuild,
  verify,
  rows,
}) {
  const lines = [
    [
      'import of the files',
      `${whole(imported.total)} rows in ${number(imported.secs, 1)} s`,
      `${whole(imported.rowsPerSec)} rows per second`,
    ],
    ...(ingest.missing
      ? [['rows over HTTP', ingest.missing, '–']]
      : [
          ingestLine('single rows, 50 clients', ingest.single, ingest.single.perSec),
          ingestLine('batches of 1,000, 2 clients', ingest.batches, ingest.batches.rowsPerSec),
        ]),
    commandLine('rebuild of rollups', rebuild, rows.events),
    commandLine('verification of rollups', verify, rows.events),
    ['indexes for raw SQL', `${number(indexSecs, 1)} s`, '–'],
    ['DuckDB, load of the same files', `${number(duckdbLoadSecs, 1)} s`, '–'],
  ];
  return table(['what', 'measured', 'rate'], lines, 2);
}

const ingestLine = (what, { answered, p50, p99, loop, others }, rate) => [
  what + besides({ others }),
  `${whole(answered)} requests, p50 ${number(p50)} ms, p99 ${number(p99)} ms; event loop held at most ${number(loop.max)} ms`,
  `${whole(rate)} rows per second`,
];

const commandLine = (what, { missing, secs }, rows) =>
  missing
    ? [what, missing, '–']
    : [
        what,
        `${whole(rows)} events in ${number(secs, 1)} s, the process's start included`,
        `${whole(rows / secs)} rows per second`,
      ];

export function diskSection({ disk }) {
  if (disk.missing) return `Not measured: ${disk.missing}.`;
  const { events, eventIndexes, directory, rollups, logs } = disk.bytes;
  const share = (bytes) => percent(bytes / (events + eventIndexes));
  const rows = [
    ['tables of events', mebibytes(events), share(events)],
    ['their keys and indexes', mebibytes(eventIndexes), share(eventIndexes)],
    ['organizations, members, phones, contacts, plans', mebibytes(directory), share(directory)],
    ['log of changes', mebibytes(logs), share(logs)],
    ['rollups', mebibytes(rollups), share(rollups)],
    ...Object.entries(disk.tables)
      .sort(([, a], [, b]) => b - a)
      .map(([name, bytes]) => [`– \`${name}\``, mebibytes(bytes), share(bytes)]),
  ];
  return table(['what', 'size', 'of events with indexes'], rows);
}
