import { Id } from '@inlay/sdk/contract';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Parses arguments strictly: an unknown option, or one twice that is not `multiple`, is refused. */
export function parse<const Given extends Options>(args: readonly string[], options: Given) {
  const { values, positionals, tokens } = asUsage(() =>
    parseArgs({ args: [...args], options, allowPositionals: true, tokens: true }),
  );
  const names = tokens.filter(({ kind }) => kind === 'option').map((token) => nameOf(token));
  const twice = names.find(
    (name, index) => names.indexOf(name) !== index && !isMultiple(options, name),
  );
  if (twice !== undefined) throw new UsageError(`--${twice} is given twice`);
  return { values, positionals };
}

const nameOf = (token: object): string => ('name' in token ? String(token.name) : '');

const isMultiple = (options: Options, name: string): boolean => options[name]?.multiple === true;

function asUsage<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [sentence = ''] = error.message.split(/\. |\n/);
    throw new UsageError(sentence.replace(/\.$/, ''));
  }
}

/** The value of an option that must be given. */
export function needed(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new UsageError(`${option} is needed`);
  return value;
}

/** The one argument that is not an option. */
export function onlyPositional(positionals: readonly string[], name: string): string {
  const [value, extra] = positionals;
  if (extra !== undefined)
    throw new UsageError(`${JSON.stringify(extra)} is one argument too many`);
  return needed(value, name);
}

/** Refuses arguments that are not options. */
export function noPositionals(positionals: readonly string[]): void {
  const [extra] = positionals;
  if (extra !== undefined)
    throw new UsageError(`${JSON.stringify(extra)} is one argument too many`);
}

/** The value of an option that is an id. */
export function idOf(value: string, option: string): string {
  if (Id.safeParse(value).success) return value;
  throw new UsageError(
    `${option} ${JSON.stringify(value)} is not an id: 1–64 printable ASCII characters without space`,
  );
}

/** The value of an option that is one of some words. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  value: string,
  option: string,
): Word {
  const word = words.find((known) => known === value);
  if (word !== undefined) return word;
  throw new UsageError(`${option} ${JSON.stringify(value)} is not one of ${words.join(', ')}`);
}

/** The value of an option that is a whole number. */
export function integerOf(value: string, option: string, min: number, max: number): number {
  const number = /^\d{1,15}$/.test(value) ? Number(value) : NaN;
  if (number >= min && number <= max) return number;
  throw new UsageError(
    `${option} ${JSON.stringify(value)} is not a whole number from ${min} to ${max}`,
  );
}

/** The value of an option that is an http or https URL. */
export function webUrl(value: string, option: string): string {
  if (/^https?:/.test(value) && URL.canParse(value)) return value;
  throw new UsageError(`${option} ${JSON.stringify(value)} is not an http or https URL`);
}
