import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const countSuite = (suite) => {
  const tests = suite?.tests ?? [];
  const inner = (suite?.suites ?? []).map(countSuite);
  const own = {
    passed: tests.filter((test) => test.passed && !test.skipped).length,
    failed: tests.filter((test) => !test.passed && !test.skipped).length,
  };
  return [own, ...inner].reduce((a, b) => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
  }));
};

/** A Web Test Runner reporter that writes how many tests passed and failed; a broken file is one. */
export const countReporter = (file) => ({
  stop({ sessions }) {
    const counts = sessions.map((session) => {
      const suite = countSuite(session.testResults);
      return session.passed ? suite : { ...suite, failed: Math.max(suite.failed, 1) };
    });
    const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ passed: sum('passed'), failed: sum('failed') }));
  },
});
