import { defineConfig } from 'vitest/config';

const MINUTE_MS = 60_000;
/** The full run asks hundreds of worlds where the short one asks ten. */
const testTimeout = process.env['INLAY_TEST_FULL'] === '1' ? 20 * MINUTE_MS : MINUTE_MS;

export default defineConfig({
  test: {
    include: [
      'packages/{sdk,server}/src/**/*.test.ts',
      'examples/{data,crm,report,checks}/**/*.test.ts',
      'scripts/**/*.test.ts',
      'bench/*.test.ts',
      'packaging/*.test.ts',
      'site/*.test.ts',
      'packaging/hosts/*.test.ts',
      'stories/**/*.test.ts',
    ],
    testTimeout,
    hookTimeout: MINUTE_MS,
    maxWorkers: 2,
  },
});
