import { defineConfig } from 'vitest/config';

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
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
