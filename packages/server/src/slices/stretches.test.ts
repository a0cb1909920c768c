import { describe, expect, test } from 'vitest';
import { Random } from '../seed/random.js';
import { stretchesOf, type Stretch } from './stretches.js';

const SIZES = [8, 64, 512];
const ALWAYS = { from: -100_000, to: 100_000 };

/** How often each day is counted, those counted no times left out. */
function daysOf(stretches: readonly Stretch[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { sign, days, from, to } of stretches) {
    for (let day = from * days; day < (to + 1) * days; day++) {
      const count = (counts.get(day) ?? 0) + sign;
      if (count === 0) counts.delete(day);
      else counts.set(day, count);
    }
  }
  return counts;
}

const blocksIn = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + to - from + 1, 0);

describe('stretches of a range', () => {
  test('are its days where it is short', () => {
    expect(stretchesOf({ from: 3, to: 4 }, ALWAYS, SIZES)).toEqual([
      { sign: 1, days: 1, from: 3, to: 4 },
    ]);
  });

  test('are a block where it is one', () => {
    expect(stretchesOf({ from: 64, to: 127 }, ALWAYS, SIZES)).toEqual([
      { sign: 1, days: 64, from: 1, to: 1 },
    ]);
  });

  test('are a wider block without its ends where that is less', () => {
    expect(stretchesOf({ from: 9, to: 14 }, ALWAYS, SIZES)).toEqual([
      { sign: -1, days: 1, from: 8, to: 8 },
      { sign: 1, days: 8, from: 1, to: 1 },
      { sign: -1, days: 1, from: 15, to: 15 },
    ]);
  });

  test('reach beyond what is known for nothing', () => {
    const known = { from: 20_003, to: 21_101 };
    expect(stretchesOf(known, known, SIZES)).toEqual([{ sign: 1, days: 512, from: 39, to: 41 }]);
    expect(stretchesOf({ from: 21_095, to: 21_101 }, known, SIZES)).toEqual([
      { sign: 1, days: 1, from: 21_095, to: 21_095 },
      { sign: 1, days: 8, from: 2637, to: 2637 },
    ]);
  });

  test('are none where nothing is known', () => {
    expect(stretchesOf({ from: 5, to: 900 }, { from: 901, to: 950 }, SIZES)).toEqual([]);
  });

  test('count every known day of the range once and no other, before 1970 too', () => {
    const random = new Random('stretches');
    for (let run = 0; run < 2000; run++) {
      const day = () => random.integer(-700, 1400);
      const ordered = (a: number, b: number) => ({ from: Math.min(a, b), to: Math.max(a, b) });
      const range = ordered(day(), day());
      const known = ordered(day(), day());
      const stretches = stretchesOf(range, known, SIZES);
      const counted = daysOf(stretches);
      for (let each = known.from; each <= known.to; each++) {
        const isIn = range.from <= each && each <= range.to;
        if ((counted.get(each) ?? 0) !== Number(isIn)) expect({ range, known, each }).toBe('wrong');
      }
    }
  });

  test('are at most 29 blocks for any range of 1,500 days', () => {
    const most = Array.from({ length: 1500 }, (_, first) =>
      blocksIn(stretchesOf({ from: first, to: first + 1499 }, ALWAYS, SIZES)),
    );
    expect(Math.max(...most)).toBeLessThanOrEqual(29);
  });
});
