import { filterNames, type Slice } from '@inlay/sdk/contract';
import type * as z from 'zod/mini';
import { ProblemError } from '../problem.js';

/** @throws {ProblemError} `invalid_query`, naming the first parameter that is not as it should be. */
export function parseQuery<S extends Slice>(
  slice: S,
  params: URLSearchParams,
): z.output<S['query']> {
  const result = slice.query.safeParse(fieldsOf(params));
  if (result.success) return result.data as z.output<S['query']>;
  const issue = result.error.issues[0];
  throw issue ? invalidQuery(issue) : new ProblemError('invalid_query');
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

function invalidQuery(issue: z.core.$ZodIssue): ProblemError {
  if (issue.code === 'unrecognized_keys') {
    const parameter = issue.keys[0] ?? '';
    return new ProblemError('invalid_query', `${quote(parameter)} is no parameter of this route`, {
      parameter,
    });
  }
  const parameter = String(issue.path[0] ?? '');
  return new ProblemError('invalid_query', sentence(parameter, issue), { parameter });
}

const quote = (value: string): string => JSON.stringify(value.slice(0, 80));

function sentence(parameter: string, issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `${parameter} is not one of ${issue.values.join(', ')}`;
    case 'invalid_format':
      return `${parameter} is not an id: 1–64 printable ASCII characters without space`;
    case 'too_big':
      if (issue.origin === 'array') return `${parameter} is given more than ${issue.maximum} times`;
      if (issue.origin === 'string')
        return `${parameter} is longer than ${issue.maximum} characters`;
      return issue.message;
    default:
      return issue.message;
  }
}
