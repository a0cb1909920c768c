import { run } from './run.mjs';

const steps = [
  ['types', 'tsc', ['-b']],
  ['types of tests and stories', 'tsc', ['-p', 'tsconfig.tests.json']],
  ['lint', 'eslint', ['.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint']],
  ['formatting', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['lockfile', 'node', ['scripts/check-lockfile.mjs']],
  ['manifest', 'node', ['scripts/manifest/main.mjs']],
  ['sizes', 'node', ['scripts/sizes.mjs']],
];

for (const [name, command, args] of steps) {
  const start = performance.now();
  const code = await run(command, args);
  const secs = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok' : 'FAILED'}: ${name} (${secs} s)`);
  if (code !== 0) process.exit(1);
}
