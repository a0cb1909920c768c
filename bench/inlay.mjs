import { resolveDashboardScope } from '../packages/server/dist/access/scope.js';
import { answerSlice } from '../packages/server/dist/slices/answer.js';
import { queries } from '../packages/server/dist/slices/index.js';
import { NOW } from './world/calendar.mjs';
import { readers } from './world/world.mjs';

/** The scope of a reader, as the server resolves it. */
export const scopeOf = (store, reader) =>
  store.read((tx) => resolveDashboardScope(tx, readers[reader]));

/**
 * What the server does for a request that no cache answers, without HTTP: scope, statistic,
 * contract.
 * @param {import('../packages/server/dist/index.js').Store} store
 * @param {import('./questions.mjs').Question} question
 */
export async function answerInlay(store, { name, slice, query, reader }) {
  const parsed = slice.query.parse(query);
  const { raw } = await store.read(async (tx) => {
    const scope = await resolveDashboardScope(tx, readers[reader]);
    return answerSlice(slice, queries[name], tx, scope, parsed, NOW);
  });
  return slice.answer.parse(raw);
}
