import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const places = {
  'contract/': 'sdk/src/contract/',
  'slices/': 'server/src/slices/',
  'el/': 'widgets/src/',
};

/** Every path that the table of the dashboard module names, as a path in the repository. */
function pathsIn(table: string): string[] {
  const named = [...table.matchAll(/`((?:contract|slices|el|server)\/[^`]*)`/g)].map(
    ([, path = '']) => path,
  );
  return named.map((path) => {
    const [short, long] = Object.entries(places).find(([start]) => path.startsWith(start)) ?? [
      '',
      '',
    ];
    return `packages/${long}${path.slice(short.length)}`;
  });
}

const rowsOf = (table: string): string[][] =>
  table
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.includes('---'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

test('the table of the dashboard module names what is there, and leaves no cell empty', () => {
  const table = readFileSync('docs/dashboard-module.md', 'utf8');
  expect(pathsIn(table).filter((path) => !existsSync(path))).toEqual([]);
  expect(rowsOf(table).filter((cells) => cells.length !== 3 || cells.includes(''))).toEqual([]);
});
