import type { Slice } from './contract/slice.js';
import { StatsError } from './errors.js';
import { describeIssue } from './issue.js';

/**
 * The one query string of all queries that mean the same: validated by the contract, parameters by
 * name, the values of a filter as repeated parameters, sorted and without duplicates, nothing for
 * `undefined`. Empty, or with its leading `?`.
 *
 * An empty list is refused: a filter that allows nothing must not turn into no filter at all.
 * @throws StatsError `invalid`, with the `parameter`
 */
export function queryString(slice: Slice, query: object = {}): string {
  const given = Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined),
  );
  const { data, error } = slice.query.safeParse(given);
  const [issue] = error?.issues ?? [];
  if (issue) {
    const { parameter, detail } = describeIssue(issue, given);
    throw new StatsError('invalid', `${slice.name}: ${detail}`, { parameter });
  }
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(data as object)) {
    for (const text of textsOf(name, value)) parameters.append(name, text);
  }
  parameters.sort();
  const text = parameters.toString();
  return text && `?${text}`;
}

function textsOf(parameter: string, value: unknown): string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [String(value)];
  if (value.length > 0) return [...new Set(value.map(String))].sort();
  throw new StatsError('invalid', `${parameter}=[] would match nothing; leave it out or name ids`, {
    parameter,
  });
}
