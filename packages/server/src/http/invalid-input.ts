import type * as z from 'zod/mini';
import { ProblemError } from '../problem.js';

/** What is wrong with a query or a body, naming the first field that is not as it should be. */
export function invalidInput(
  { issues: [issue] }: z.core.$ZodError,
  place: 'parameter of this route' | 'field of this body',
): ProblemError {
  if (issue === undefined) return new ProblemError('invalid_query');
  if (issue.code === 'unrecognized_keys') {
    const parameter = issue.keys[0] ?? '';
    return new ProblemError('invalid_query', `${quote(parameter)} is no ${place}`, { parameter });
  }
  const parameter = String(issue.path[0] ?? 'body');
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
