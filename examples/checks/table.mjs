import { titleOf } from './hosts.mjs';

const begin = '<!-- Written by `npm run check:hosts -- --write` -->';
const beginOfWays = '<!-- Written otherwise: by `npm run check:hosts -- --write` too -->';
const end = '<!-- End of what is written -->';

const row = (cells) => `| ${cells.join(' | ')} |`;
const [works, fails] = ['yes', '**no**'];

/** @typedef {{ host: import('./hosts.mjs').Host, outcomes: Map<string, boolean> }} Run */

/** The table of hosts and checks. @param {Run[]} runs */
export function tableOf(runs) {
  const names = [...(runs[0]?.outcomes.keys() ?? [])];
  return [
    row(['', ...runs.map(({ host }) => titleOf(host))]),
    row(['---', ...runs.map(() => '---')]),
    ...names.map((name) =>
      row([name, ...runs.map(({ outcomes }) => (outcomes.get(name) ? works : fails))]),
    ),
  ].join('\n');
}

/** The table of what is written otherwise than recommended. @param {Run[]} runs */
export const tableOfWays = (runs) =>
  [row(['', 'holds', 'fails']), row(['---', '---', '---']), ...runs.map(rowOfWay)].join('\n');

/** @param {Run} run */
function rowOfWay({ host, outcomes }) {
  const failed = [...outcomes].flatMap(([name, holds]) => (holds ? [] : [name]));
  const held = `${outcomes.size - failed.length} of ${outcomes.size}`;
  return row([titleOf(host), held, failed.join('; ') || '–']);
}

/**
 * The document with the tables of these runs in the place of those before.
 * @param {string} document
 * @param {Run[]} runs
 */
export function withTables(document, runs) {
  const recommended = runs.filter(({ host }) => !host.way);
  const otherwise = runs.filter(({ host }) => host.way);
  return withTable(withTable(document, tableOf(recommended)), tableOfWays(otherwise), beginOfWays);
}

/**
 * The document with the table in the place of the one before it.
 * @param mark The comment that stands before it
 */
export function withTable(document, table, mark = begin) {
  const [before, rest = ''] = document.split(mark);
  return `${before}${mark}\n\n${table}\n\n${rest.slice(rest.indexOf(end))}`;
}

/** Whether a document tells of a host what a run has shown. @param {Run} run */
export const isTold = (document, run) =>
  run.host.way
    ? rowsAfter(document, beginOfWays).some((cells) => row(cells) === rowOfWay(run))
    : isToldInColumn(document, run);

function isToldInColumn(document, { host, outcomes }) {
  const [titles = [], , ...rows] = rowsAfter(document, begin);
  const column = titles.indexOf(titleOf(host));
  const told = rows.map((cells) => [cells[0], cells[column] === works]);
  return column > 0 && JSON.stringify(told) === JSON.stringify([...outcomes]);
}

/** The cells of the table after a mark, row by row. */
function rowsAfter(document, mark) {
  const [, written = ''] = document.split(mark);
  return [...(written.split(end)[0] ?? '').matchAll(/^\| *(.*?) *\|$/gm)].map(([, line]) =>
    line.split('|').map((cell) => cell.trim()),
  );
}
