import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { resultsOfSession, resultsOfVitest } from './test-results.mjs';

const name = resolve('packages/sdk/src/a.test.ts');
const file = 'packages/sdk/src/a.test.ts';
const whole = '(the file as a whole)';

test('Vitest: each test that failed is named with the beginning of its reason', () => {
  const failed = {
    status: 'failed',
    fullName: 'adds up',
    failureMessages: ['expected 1\nto be 2\n\nat a\nat b'],
  };
  const passed = { status: 'passed', fullName: 'is there', failureMessages: [] };
  const suite = { name, status: 'failed', message: '', assertionResults: [passed, failed] };
  expect(resultsOfVitest({ numPassedTests: 1, testResults: [suite] })).toEqual({
    passed: 1,
    failures: [{ file, test: 'adds up', reason: 'expected 1\nto be 2\n' }],
  });
});

test('Vitest: a file that could not be run is a failure', () => {
  const suite = { name, status: 'failed', message: 'no module ./b.js', assertionResults: [] };
  expect(resultsOfVitest({ numPassedTests: 0, testResults: [suite] })).toEqual({
    passed: 0,
    failures: [{ file, test: whole, reason: 'no module ./b.js' }],
  });
});

test('browser: tests are named with the groups that they stand in, skipped ones are none', () => {
  const inner = {
    name: 'when empty',
    tests: [
      { name: 'says so', passed: false, error: { message: 'expected a\nto be b' } },
      { name: 'later', passed: false, skipped: true },
    ],
    suites: [],
  };
  const outer = { name: 'a card', tests: [{ name: 'is there', passed: true }], suites: [inner] };
  const testResults = { name: '', tests: [], suites: [outer] };
  expect(resultsOfSession({ testFile: name, testResults, passed: false, errors: [] })).toEqual({
    passed: 1,
    failures: [{ file, test: 'a card when empty says so', reason: 'expected a\nto be b' }],
  });
});

test('browser: a page that broke is a failure', () => {
  const errors = [{ message: 'the page did not load' }];
  expect(
    resultsOfSession({ testFile: name, testResults: undefined, passed: false, errors }),
  ).toEqual({
    passed: 0,
    failures: [{ file, test: whole, reason: 'the page did not load' }],
  });
});
