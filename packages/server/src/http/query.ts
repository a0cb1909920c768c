import { filterNames } from '@inlay/sdk/contract';
import type * as z from 'zod/mini';
import { ProblemError } from '../problem.js';
import { invalidInput } from './invalid-input.js';

/** @throws {ProblemError} `invalid_query`, naming the first parameter that is not as it should be. */
export function parseQuery<S extends { readonly query: z.ZodMiniType }>(
  route: S,
  params: URLSearchParams,
): z.output<S['query']> {
  const result = route.query.safeParse(fieldsOf(params));
  if (result.success) return result.data as z.output<S['query']>;
  throw invalidInput(result.error, 'parameter of this route');
}

/** Parameters by name; only filters may be repeated. */
function fieldsOf(params: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(params.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = params.getAll(name);
      if (filterNames.some((filter) => filter === name)) return [name, values];
      if (values.length > 1) {
        throw new ProblemError('invalid_query', `${name} is given ${values.length} times`, {
          parameter: name,
        });
      }
      return [name, values[0] ?? ''];
    }),
  );
}
