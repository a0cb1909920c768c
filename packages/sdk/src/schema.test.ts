import { build } from 'esbuild';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type * as contract from './contract/index.js';
import { CallStatus } from './contract/scalars.js';
import { endpoints, type EndpointName } from './contract/slices.js';
import { Problem } from './contract/problem.js';
import { pathOf, describeIssue } from './issue.js';
import { anything, arbitraryOf, spoiled } from './testing/arbitrary.js';

type Contract = typeof contract;

/** The contract as a browser's bundler reads it. */
let read: Contract;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [new URL('./contract/index.ts', import.meta.url).pathname],
    alias: { '#schema': new URL('./schema.ts', import.meta.url).pathname },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const text = outputFiles[0]?.text ?? '';
  expect(text).not.toContain('_zod');
  read = (await import(
    `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`
  )) as Contract;
});

interface Outcome {
  data?: unknown;
  error?: { issues: Parameters<typeof pathOf>[0][] } | undefined;
}

/**
 * Where it is wrong first. Of a row, which is one of several kinds, the row alone: zod tells more
 * where only one kind comes near.
 */
function verdict({ data, error }: Outcome) {
  const [issue] = error?.issues ?? [];
  if (!issue) return { data };
  const row = /^rows\[\d+\]/.exec(pathOf(issue));
  if (row) return { wrong: row[0] };
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return { wrong: pathOf(issue), keys };
}

/** As a caller is told. */
function words(outcome: Outcome, query: unknown) {
  const [issue] = outcome.error?.issues ?? [];
  return issue ? describeIssue(issue, query as Record<string, unknown>) : undefined;
}

const names = Object.keys(endpoints) as EndpointName[];

const nearly = (good: fc.Arbitrary<unknown>) =>
  fc.oneof(good, good.chain(spoiled), { weight: 1, arbitrary: anything });

describe.each(names)('%s', (name) => {
  const own = endpoints[name];

  test('an answer is read as zod reads it', () => {
    const theirs = read.endpoints[name];
    fc.assert(
      fc.property(nearly(arbitraryOf(own.answer)), (answer) => {
        expect(verdict(theirs.answer.safeParse(answer) as Outcome)).toEqual(
          verdict(own.answer.safeParse(answer) as Outcome),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('a query is read as zod reads it, and refused in the same words', () => {
    const theirs = read.endpoints[name];
    const queries = nearly(arbitraryOf(own.query)).filter(
      (query) => typeof query === 'object' && query !== null && !Array.isArray(query),
    );
    fc.assert(
      fc.property(queries, (query) => {
        const mine = own.query.safeParse(query) as Outcome;
        const other = theirs.query.safeParse(query) as Outcome;
        expect(verdict(other)).toEqual(verdict(mine));
        expect(words(other, query)).toEqual(words(mine, query));
      }),
      { numRuns: 1000 },
    );
  });
});

test('a problem is read as zod reads it', () => {
  fc.assert(
    fc.property(nearly(arbitraryOf(Problem)), (body) => {
      expect(verdict(read.Problem.safeParse(body) as Outcome)).toEqual(
        verdict(Problem.safeParse(body) as Outcome),
      );
    }),
  );
});

test('enums tell their options', () => {
  expect(read.CallStatus.options).toEqual(CallStatus.options);
});

test('parse gives the data, or throws', () => {
  expect(read.Count.parse(3)).toBe(3);
  expect(() => read.Count.parse(-1)).toThrow('Invalid input');
});
