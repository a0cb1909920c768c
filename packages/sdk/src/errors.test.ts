import { describe, expect, test } from 'vitest';
import { StatsError, isStatsError, redacted } from './errors.js';

describe('StatsError', () => {
  test('serialises what is known, and neither cause nor stack', () => {
    const error = new StatsError('rate_limited', 'Slow down', {
      status: 429,
      retryAfterSecs: 3,
      cause: new Error('beneath'),
    });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'StatsError',
      kind: 'rate_limited',
      detail: 'Slow down',
      status: 429,
      retryAfterSecs: 3,
    });
    expect(error.message).toBe('Slow down');
    expect(error.cause).toEqual(new Error('beneath'));
    expect('cause' in new StatsError('timeout', 'Too late')).toBe(false);
  });

  test('of another copy of the SDK is told by its name and kind', () => {
    const foreign = Object.assign(new Error('x'), { name: 'StatsError', kind: 'denied' });
    expect(isStatsError(foreign)).toBe(true);
    expect(isStatsError(new StatsError('denied', 'x'))).toBe(true);
    expect(isStatsError(new Error('x'))).toBe(false);
    expect(isStatsError({ name: 'StatsError', kind: 'denied' })).toBe(false);
  });
});

describe('redacted', () => {
  test.each<[unknown, string, string]>([
    [new TypeError('offline'), 'TypeError', 'offline'],
    ['refused', 'Error', 'refused'],
    [undefined, 'Error', 'undefined'],
    [
      new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) }),
      'TypeError',
      'fetch failed (ECONNRESET)',
    ],
    [
      new Error('GET https://crm.test/token?t=1 failed for eyJhbGciOiJIUzI1NiJ9.e30.x'),
      'Error',
      'GET … failed for …',
    ],
    [new Error('a'.repeat(19)), 'Error', 'a'.repeat(19)],
    [new Error('a'.repeat(20)), 'Error', '…'],
  ])('%s', (failure, name, message) => {
    const copy = redacted(failure);
    expect({ name: copy.name, message: copy.message }).toEqual({ name, message });
    expect(copy).not.toBe(failure);
    expect(copy.cause).toBe(undefined);
  });
});
