import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/** What a run of tests says: `{ passed: number, failures: { file, test, reason }[] }`. */

const reasonLines = 3;
const reasonOf = (text) => String(text).trim().split('\n').slice(0, reasonLines).join('\n');

const whole = '(the file as a whole)';

/** What Vitest's JSON report says; a file that could not be run is one failure. */
export const resultsOfVitest = ({ numPassedTests, testResults }) => ({
  passed: numPassedTests,
  failures: testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative('.', name);
    const failed = assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => ({
        file,
        test: test.fullName,
        reason: reasonOf(test.failureMessages.join('\n')),
      }));
    const broken = status === 'failed' && failed.length === 0;
    return broken ? [{ file, test: whole, reason: reasonOf(message) }] : failed;
  }),
});

const testsOf = (suite, path = []) => [
  ...(suite?.tests ?? []).map((test) => ({ ...test, name: [...path, test.name].join(' ') })),
  ...(suite?.suites ?? []).flatMap((inner) => testsOf(inner, [...path, inner.name])),
];

/** What one page of Web Test Runner says. */
export const resultsOfSession = ({ testFile, testResults, passed, errors }) => {
  const file = relative('.', testFile ?? '');
  const ran = testsOf(testResults).filter((test) => !test.skipped);
  const failures = ran
    .filter((test) => !test.passed)
    .map(({ name, error }) => ({ file, test: name, reason: reasonOf(error?.message ?? '') }));
  if (!passed && failures.length === 0) {
    const reason = reasonOf(errors.map(({ message }) => message).join('\n'));
    failures.push({ file, test: whole, reason });
  }
  return { passed: ran.filter((test) => test.passed).length, failures };
};

/** A Web Test Runner reporter that writes what the run says; a file that broke is one failure. */
export const resultReporter = (file) => ({
  stop({ sessions }) {
    const results = sessions.map(resultsOfSession);
    const passed = results.reduce((sum, result) => sum + result.passed, 0);
    const failures = results.flatMap((result) => result.failures);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ passed, failures }));
  },
});
