import { expect, test } from 'vitest';
import { Mentions } from './mentions.js';
import { tables } from './tables.js';

/** Which rows of phone assignments, `org phone member`, mention something new. */
function newIn(...rows: string[]): string[] {
  const mentions = new Mentions(tables.phone_assignments);
  return rows.filter((row) => mentions.hasNew(row.split(' ')));
}

test('a row mentions something new when any of its references is the first of its kind', () => {
  expect(newIn('o1 p1 m1', 'o1 p1 m1', 'o1 p2 m1', 'o1 p2 m2', 'o1 p1 m2')).toEqual([
    'o1 p1 m1',
    'o1 p2 m1',
    'o1 p2 m2',
  ]);
});

test('organizations share nothing, nor do columns', () => {
  expect(newIn('o1 p1 m1', 'o2 p1 m1', 'o1 m1 m1', 'o1 m1 p1', 'o2 p1 m1')).toEqual([
    'o1 p1 m1',
    'o2 p1 m1',
    'o1 m1 m1',
    'o1 m1 p1',
  ]);
});

test('what is not there is nothing new', () => {
  const mentions = new Mentions(tables.contacts);
  const [first, ...others] = ['c1', 'c2', 'c3'].map((id) =>
    mentions.hasNew([id, 'o1', null, id === 'c3' ? 'm1' : null, null]),
  );
  expect([first, ...others]).toEqual([true, false, true]);
});

test('from half a million on it forgets, and looks again', () => {
  const mentions = new Mentions(tables.phone_assignments);
  const row = ['o1', 'p1', 'm1'];
  expect(mentions.hasNew(row)).toBe(true);
  for (let n = 0; n < 499_999; n++) mentions.hasNew(['o1', `x${n}`, 'm1']);
  expect(mentions.hasNew(row)).toBe(true);
  expect(mentions.hasNew(row)).toBe(false);
});
