import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { chartOf } from './chart.mjs';
import { table, whole } from './numbers.mjs';
import {
  answersSection,
  diskSection,
  growthSection,
  servingSection,
  writingSection,
} from './sections.mjs';
import { verdictsOf } from './targets.mjs';

/** Writes benchmarks.md and its chart. */
export async function writeReport(folder, results) {
  mkdirSync(join(folder, 'images'), { recursive: true });
  const { sizes, largest } = results;
  writeFileSync(join(folder, 'images/benchmarks.svg'), chartOf(sizes[largest], largest));
  const text = await format(reportOf(results), { parser: 'markdown' });
  writeFileSync(join(folder, 'benchmarks.md'), text);
}

/** Which databases an earlier run has made, and so measured their making. */
function preparedBefore({ date, sizes }) {
  const before = Object.entries(sizes).filter(([, { madeOn = date }]) => madeOn !== date);
  if (before.length === 0) return '';
  const days = before.map(([size, { madeOn }]) => `${size} on ${madeOn}`);
  return ` over databases that the same build has made before (${days.join(', ')})`;
}

function reportOf(results) {
  const { command, date, machine, sizes, largest } = results;
  const measured = sizes[largest];
  const verdicts = verdictsOf(results);
  const met = verdicts.filter(({ verdict }) => verdict === 'met').length;
  return `# Benchmarks

Written by \`${command}\` on ${date}, all of it in one run${preparedBefore(results)}.

${machine.cpu}, ${machine.memoryGiB} GiB, ${machine.system}; Node ${machine.node}, SQLite ${machine.sqlite}, DuckDB ${machine.duckdb}. Clients and server share
the machine, and caches are warm. Compare ratios rather than milliseconds.

![Median time of an answer over all time by slice: Inlay, DuckDB, raw SQL in SQLite](images/benchmarks.svg)

## Targets

The targets are for 10M events in one organization; this run has ${largest}. ${met} of ${verdicts.length} are met.

${table(
  ['what', 'target', 'measured', ''],
  verdicts.map(({ what, target, measured, verdict }) => [what, target, measured, `**${verdict}**`]),
  4,
)}

## What is measured

One organization with ${whole(measured.rows.calls)} calls and ${whole(measured.rows.messages)} messages (the small ones' included) over three years, 500
phones, 100 members in teams of ten, ${whole(measured.rows.contacts)} contacts, in Europe/Berlin, and five small organizations in
other zones. The rows are made up from a seed, imported by \`inlay import\`'s own function, and asked at
a fixed instant.

- **Inlay**: all that the server does for a request that no cache answers, without HTTP: scope,
  statistic, the contract's check of the answer.
- **Raw SQL**: the same answer by statements over the rows of events alone, in a copy of the same
  SQLite file with an index for every statement that covers what it reads. Local day and hour are
  integer arithmetic over the zone's offsets.
- **DuckDB**: the same statements over the same files, loaded in order of time, on all cores.

Every answer of raw SQL and of DuckDB is compared with Inlay's, field by field; a run in which one
differs ends without a report. Waiting runs are counted in two ways by each of them, and the faster one
stands here. Times are ms, p50 / p95; where an answer takes long, of few runs, over three seconds of one.

## A whole organization

${answersSection(measured, 'organization')}

## A member with five phones

${answersSection(measured, 'five phones')}

## A team's manager with fifty phones

${answersSection(measured, 'fifty phones')}

${
  Object.keys(sizes).length > 1
    ? `## Growth

Inlay's median for the whole organization by the number of events, 500 phones at every size.

${growthSection(sizes)}

`
    : ''
}## Serving over HTTP

A process of \`inlay serve\`, which writes a line of log for every request and counts who reads what.

${servingSection(measured)}

## Writing

${writingSection(measured)}

## Disk

${diskSection(measured)}
`;
}
