import { slices } from '@inlay/sdk/contract';
import { describe, expect, test } from 'vitest';
import { CheckedQueries, searchOf } from './checked-queries.js';

const week = 'time_range=last_7_days';

describe('a query', () => {
  test('is checked once, and is the same object from then on', () => {
    const queries = new CheckedQueries(slices.stats);
    const checked = queries.of(week);
    expect(checked).toEqual({ query: { time_range: 'last_7_days' }, timeRange: 'last_7_days' });
    expect(queries.of(week)).toBe(checked);
  });

  test('of another text is another one', () => {
    const queries = new CheckedQueries(slices.stats);
    expect(queries.of(`${week}&phone_id=p1`).query).toEqual({
      time_range: 'last_7_days',
      phone_id: ['p1'],
    });
    expect(queries.of(`${week}&phone_id=p2`).query).toMatchObject({ phone_id: ['p2'] });
    expect(queries.of('time_range=custom&from=2026-03-01&to=2026-03-02').timeRange).toBe(
      '2026-03-01..2026-03-02',
    );
    expect(queries.of(week).query).toEqual({ time_range: 'last_7_days' });
  });

  test('is changed by nobody who was given it', () => {
    const { query } = new CheckedQueries(slices.stats).of(`${week}&phone_id=p1`);
    const { phone_id: phones } = query as { phone_id: string[] };
    expect(() => phones.push('p2')).toThrow(TypeError);
    expect(() => Object.assign(query, { time_range: 'today' })).toThrow(TypeError);
  });

  test('that is wrong is refused each time', () => {
    const queries = new CheckedQueries(slices.stats);
    for (let n = 0; n < 2; n++) {
      expect(() => queries.of('time_range=never')).toThrow('time_range');
    }
  });

  test('is forgotten when 500 others came after it, and at once when it is long', () => {
    const queries = new CheckedQueries(slices.stats);
    const [first, long] = [`${week}&phone_id=first`, week + '&phone_id=p1'.repeat(50)];
    const checked = queries.of(first);
    for (let n = 1; n < 500; n++) queries.of(`${week}&phone_id=p${n}`);
    expect(queries.of(first)).toBe(checked);
    queries.of(`${week}&phone_id=p500`);
    expect(queries.of(first)).not.toBe(checked);
    expect(queries.of(long)).not.toBe(queries.of(long));
  });
});

test.each([
  ['https://crm.test/api/dashboard/stats', ''],
  ['https://crm.test/api/dashboard/stats?', ''],
  ['https://crm.test/api/dashboard/stats?a=1&b=?', 'a=1&b=?'],
  ['https://crm.test/api/dashboard/stats?a=1#b?c=2', 'a=1'],
  ['https://crm.test/api/dashboard/stats#b?c=2', ''],
])('the query of %s', (url, search) => {
  expect(searchOf(url)).toBe(search);
});
