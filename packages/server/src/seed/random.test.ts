import { describe, expect, test } from 'vitest';
import { Random } from './random.js';

const many = Array.from({ length: 20_000 });

describe('numbers', () => {
  test('are the same for the same key and unrelated for another', () => {
    const first = (key: string) => {
      const random = new Random(key);
      return [random.next(), random.next(), random.next()];
    };
    expect(first('1/calls/7')).toEqual(first('1/calls/7'));
    expect(first('1/calls/7')).not.toEqual(first('1/calls/8'));
    expect(first('1/calls/7').every((number) => number >= 0 && number < 1)).toBe(true);
  });

  test('integers take both ends and nothing beyond', () => {
    const random = new Random('integers');
    expect([...new Set(many.map(() => random.integer(3, 6)))].sort()).toEqual([3, 4, 5, 6]);
  });

  test('weights are kept to, and what has none never comes', () => {
    const random = new Random('weights');
    const drawn = many.map(() => random.weighted({ often: 75, seldom: 25, never: 0 }));
    const share = drawn.filter((key) => key === 'often').length / drawn.length;
    expect(share).toBeCloseTo(0.75, 1);
    expect(drawn).not.toContain('never');
  });

  test('counts and durations are distributed around their mean and median', () => {
    const random = new Random('distributions');
    const counts = many.map(() => random.poisson(6));
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeCloseTo(6, 0);
    const times = many.map(() => random.logNormal(200, 0.9));
    expect(times.filter((time) => time < 200).length / times.length).toBeCloseTo(0.5, 1);
    expect(Math.min(...times)).toBeGreaterThan(0);
  });
});

test('nothing cannot be chosen from', () => {
  const random = new Random('nothing');
  expect(() => random.pick([])).toThrow('There is nothing to choose from');
  expect(() => random.weighted({})).toThrow('There is nothing to choose from');
});
