/** What random tests begin with: `INLAY_TEST_SEED`, or another one each time. */
export const seed = Number(process.env['INLAY_TEST_SEED'] ?? Date.now() % 2 ** 31);

/** Says which seed a test has, so that it can be had again. */
export function tellSeed(test: string): void {
  console.log(`${test}: seed ${seed} (INLAY_TEST_SEED)`);
}
