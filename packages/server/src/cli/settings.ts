import { CommandFailed, type Io } from './command.js';

type Env = Io['env'];

/** What the environment says; what is empty is not said. */
export const settingOf = (env: Env, name: string): string | undefined =>
  env[name] === '' ? undefined : env[name];

/** @throws {CommandFailed} when it is set to anything else than a whole number from `min` to `max`. */
export function integerSetting(
  env: Env,
  name: string,
  { min, max, otherwise }: { min: number; max: number; otherwise: number },
): number {
  const value = settingOf(env, name);
  if (value === undefined) return otherwise;
  const number = /^\d{1,15}$/.test(value) ? Number(value) : NaN;
  if (number >= min && number <= max) return number;
  throw new CommandFailed(
    `${name}: ${JSON.stringify(value)} is not a whole number from ${min} to ${max}`,
  );
}

/** @throws {CommandFailed} when it is set to none of the words. */
export function wordSetting<Word extends string>(
  env: Env,
  name: string,
  words: readonly Word[],
  otherwise: Word,
): Word {
  const value = settingOf(env, name);
  if (value === undefined) return otherwise;
  const word = words.find((known) => known === value);
  if (word !== undefined) return word;
  throw new CommandFailed(`${name}: ${JSON.stringify(value)} is not one of ${words.join(', ')}`);
}

/** Exact origins, as browsers send them, from a list with commas. @throws {CommandFailed} */
export function originsSetting(env: Env, name: string): string[] {
  const origins = (settingOf(env, name) ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const odd = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (odd === undefined) return origins;
  throw new CommandFailed(
    `${name}: ${JSON.stringify(odd)} is not an origin like https://crm.example.com`,
  );
}
