import type * as z from '#schema';

type Issue = z.core.$ZodIssue;

/** The message of an issue for which the contract has no words of its own. */
const unexplained = 'Invalid input';

/** What the contract found wrong with a query: the parameter, the value, and what is allowed. */
export function describeIssue(
  issue: Issue,
  query: Readonly<Record<string, unknown>>,
): { parameter: string; detail: string } {
  if (issue.code === 'unrecognized_keys') {
    const [parameter = ''] = issue.keys;
    return { parameter, detail: `${parameter} is not a parameter of this slice` };
  }
  const parameter = String(issue.path[0]);
  if (issue.message !== unexplained) return { parameter, detail: issue.message };
  const value = issue.path.reduce<unknown>(
    (outer, key) => (outer as Record<PropertyKey, unknown>)[key],
    query,
  );
  const isQuoted = typeof value === 'string' || typeof value === 'object';
  const shown = isQuoted ? JSON.stringify(value) : String(value);
  return { parameter, detail: `${pathOf(issue)}=${shown.slice(0, 200)} ${ruleOf(issue)}` };
}

/** Where in a value an issue lies: `call_heatmap[3].count`. */
export function pathOf(issue: Issue): string {
  return issue.path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function ruleOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `is not one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return `is not of type ${issue.expected}`;
    case 'invalid_format':
      return `does not match ${issue.pattern ?? issue.format}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `is longer than ${issue.maximum}`
        : `has more than ${issue.maximum} entries`;
    default:
      return 'is not allowed';
  }
}
