import { titleOf } from './hosts.mjs';

const begin = '<!-- Written by `npm run check:hosts -- --write` -->';
const end = '<!-- End of what is written -->';

const row = (cells) => `| ${cells.join(' | ')} |`;
const [works, fails] = ['yes', '**no**'];

/**
 * The table of hosts and checks.
 * @param {{ host: import('./hosts.mjs').Host, outcomes: Map<string, boolean> }[]} runs
 */
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

/**
 * The document with the table in the place of the one before it.
 * @param mark The comment that stands before it
 */
export function withTable(document, table, mark = begin) {
  const [before, rest = ''] = document.split(mark);
  return `${before}${mark}\n\n${table}\n\n${rest.slice(rest.indexOf(end))}`;
}

/** What a document tells of a host: whether each check holds; `undefined` when the host is not there. */
export function toldOf(document, host) {
  const [, written = ''] = document.split(begin);
  const rows = [...(written.split(end)[0] ?? '').matchAll(/^\| *(.*?) *\|$/gm)].map(([, line]) =>
    line.split('|').map((cell) => cell.trim()),
  );
  const column = rows[0]?.indexOf(titleOf(host)) ?? -1;
  if (column < 0) return undefined;
  return new Map(rows.slice(2).map((cells) => [cells[0], cells[column] === works]));
}
