/**
 * Plants each bug of a list into a copy of the server and runs the test that is to catch it:
 * `node scripts/mutants/run.mjs` (a minute or two). Exits 1 when a bug is not caught, and when the
 * test fails without any.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mutants } from './rollups.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const copy = `${root}.cache/mutants/`;
const test = 'packages/server/src/rollup/rollups.test.ts';

rmSync(copy, { recursive: true, force: true });
mkdirSync(`${copy}packages`, { recursive: true });
for (const path of [
  'packages/server',
  'packages/sdk/tsconfig.json',
  'vitest.config.ts',
  'package.json',
  'tsconfig.base.json',
]) {
  cpSync(`${root}${path}`, `${copy}${path}`, {
    recursive: true,
    filter: (source) => !/\/(dist|node_modules)$/.test(source),
  });
}
symlinkSync(`${root}node_modules`, `${copy}node_modules`);

/** Whether the test passes over the copy as it is. */
function passes() {
  const vitest = `${root}node_modules/vitest/vitest.mjs`;
  const env = { ...process.env, INLAY_TEST_NO_SHRINK: '1' };
  const { status } = spawnSync(process.execPath, [vitest, 'run', test], { cwd: copy, env });
  return status === 0;
}

function plant({ file, from, to }) {
  const path = `${copy}packages/server/src/${file}`;
  const source = readFileSync(path, 'utf8');
  if (source.split(from).length !== 2) throw new Error(`${file} does not have once: ${from}`);
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
  return () => writeFileSync(path, source);
}

let missed = 0;
if (!passes()) {
  console.error('the test fails without any planted bug');
  process.exit(1);
}
for (const mutant of mutants) {
  const restore = plant(mutant);
  const isCaught = !passes();
  restore();
  if (!isCaught) missed += 1;
  console.log(`${isCaught ? 'caught' : 'MISSED'}: ${mutant.bug} (${mutant.file})`);
}
rmSync(copy, { recursive: true, force: true });
console.log(`${mutants.length - missed} of ${mutants.length} caught`);
process.exitCode = missed === 0 ? 0 : 1;
