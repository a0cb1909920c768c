import { isDeepStrictEqual } from 'node:util';
import { titleOf } from './questions.mjs';

/** Two engines do not agree: every figure of the run is in doubt. */
export class Disagreement extends Error {
  name = 'Disagreement';
}

/** @throws {Disagreement} naming the first value that differs */
export function assertSame(question, engine, expected, found) {
  const difference = firstDifference(expected, found, '');
  if (difference === undefined) return;
  const { path, left, right } = difference;
  throw new Disagreement(
    `${titleOf(question)}: Inlay says ${path} is ${shown(left)}, ${engine} says ${shown(right)}`,
  );
}

const shown = (value) => (JSON.stringify(value) ?? 'nothing').slice(0, 200);

const isBranch = (value) => typeof value === 'object' && value !== null;

function firstDifference(left, right, path) {
  if (isDeepStrictEqual(left, right)) return undefined;
  if (!isBranch(left) || !isBranch(right)) return { path, left, right };
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const key of keys) {
    const found = firstDifference(left[key], right[key], path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return { path, left, right };
}
