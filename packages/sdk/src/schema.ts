/**
 * Stands in for `zod/mini` where a page reads the contract: the functions of it that the contract
 * is written with, and nothing else of it. The same values are accepted, with the same data, and
 * the first thing that is wrong is named at the same place. See `#schema` in package.json.
 */

/** What is wrong with a value, as zod tells it. */
interface Issue {
  readonly code: string;
  readonly message: string;
  readonly path: PropertyKey[];
  readonly [detail: string]: unknown;
}

class Refusal extends Error {
  readonly issue: Issue;

  constructor(code: string, details: object, message = 'Invalid input') {
    super(message);
    this.issue = { code, message, path: [], ...details };
  }

  /** The same refusal, seen from around `key`. */
  within(key: PropertyKey): this {
    this.issue.path.unshift(key);
    return this;
  }
}

type Check = (value: never) => void;

/** @throws Refusal */
type Read = (value: unknown) => unknown;

class Schema {
  readonly #checks: readonly Check[];
  readonly #read: Read;
  readonly isOptional: boolean;
  /** Of an enum. */
  readonly options: readonly string[] | undefined;

  constructor(
    read: Read,
    { checks = [], isOptional = false, options }: Partial<SchemaDetails> = {},
  ) {
    this.#read = read;
    this.#checks = checks;
    this.isOptional = isOptional;
    this.options = options;
  }

  check(...more: Check[]): Schema {
    const { isOptional, options } = this;
    return new Schema(this.#read, { checks: [...this.#checks, ...more], isOptional, options });
  }

  /** The value as it is declared. @throws Error, of the first thing that is wrong */
  parse(value: unknown): unknown {
    const data = this.#read(value);
    for (const check of this.#checks) check(data as never);
    return data;
  }

  safeParse(value: unknown): { data?: unknown; error?: { issues: Issue[] } } {
    try {
      return { data: this.parse(value) };
    } catch (error) {
      if (error instanceof Refusal) return { error: { issues: [error.issue] } };
      throw error;
    }
  }
}

interface SchemaDetails {
  checks: readonly Check[];
  isOptional: boolean;
  options: readonly string[] | undefined;
}

type Shape = Readonly<Record<string, Schema>>;

const wrongType = (expected: string, message?: string) =>
  new Refusal('invalid_type', { expected }, message);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads one entry of an object or array. */
const readAt = (schema: Schema, key: PropertyKey, value: unknown): unknown => {
  try {
    return schema.parse(value);
  } catch (error) {
    throw error instanceof Refusal ? error.within(key) : error;
  }
};

/* @__NO_SIDE_EFFECTS__ */
export const string = () =>
  new Schema((value) => {
    if (typeof value !== 'string') throw wrongType('string');
    return value;
  });

/* @__NO_SIDE_EFFECTS__ */
export const number = () =>
  new Schema((value) => {
    if (!Number.isFinite(value)) throw wrongType('number');
    return value;
  });

/* @__NO_SIDE_EFFECTS__ */
export const int = (message?: string) =>
  new Schema((value) => {
    if (!Number.isFinite(value)) throw wrongType('number', message);
    if (!Number.isInteger(value)) throw wrongType('int', message);
    if (!Number.isSafeInteger(value)) {
      const maximum = Number.MAX_SAFE_INTEGER;
      throw new Refusal((value as number) > 0 ? 'too_big' : 'too_small', { maximum }, message);
    }
    return value;
  });

/* @__NO_SIDE_EFFECTS__ */
const oneOf = (values: readonly string[]) =>
  new Schema(
    (value) => {
      if (!values.includes(value as string)) throw new Refusal('invalid_value', { values });
      return value;
    },
    { options: values },
  );
export { oneOf as enum };

/* @__NO_SIDE_EFFECTS__ */
export const nullable = (inner: Schema) =>
  new Schema((value) => (value === null ? null : inner.parse(value)), {
    isOptional: inner.isOptional,
  });

/* @__NO_SIDE_EFFECTS__ */
export const optional = (inner: Schema) =>
  new Schema((value) => (value === undefined ? undefined : inner.parse(value)), {
    isOptional: true,
  });

/* @__NO_SIDE_EFFECTS__ */
export const array = (entry: Schema) =>
  new Schema((value) => {
    if (!Array.isArray(value)) throw wrongType('array');
    return value.map((each, index) => readAt(entry, index, each));
  });

/** What is declared, in the order of its declaration. */
const readFields = (shape: Shape, value: unknown): Record<string, unknown> => {
  if (!isRecord(value)) throw wrongType('object');
  const data: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(shape)) {
    if (key in value || !schema.isOptional) data[key] = readAt(schema, key, value[key]);
  }
  return data;
};

/** What is not declared is left out. */
/* @__NO_SIDE_EFFECTS__ */
export const object = (shape: Shape) => new Schema((value) => readFields(shape, value));

/** What is not declared is refused. */
/* @__NO_SIDE_EFFECTS__ */
export const strictObject = (shape: Shape) =>
  new Schema((value) => {
    const data = readFields(shape, value);
    const keys = Object.keys(value as object).filter((key) => !Object.hasOwn(shape, key));
    if (keys.length > 0) throw new Refusal('unrecognized_keys', { keys });
    return data;
  });

/** By the first that accepts the value. */
/* @__NO_SIDE_EFFECTS__ */
export const union = (members: readonly Schema[]) =>
  new Schema((value) => {
    for (const member of members) {
      const { data, error } = member.safeParse(value);
      if (!error) return data;
    }
    throw new Refusal('invalid_union', {});
  });

/* @__NO_SIDE_EFFECTS__ */
export const transform = (change: Read) => new Schema(change);

/* @__NO_SIDE_EFFECTS__ */
export const pipe = (first: Schema, second: Schema) =>
  new Schema((value) => second.parse(first.parse(value)));

/* @__NO_SIDE_EFFECTS__ */
export const minimum = (least: number, message?: string) => (value: number) => {
  if (value < least) throw new Refusal('too_small', { minimum: least }, message);
};

/* @__NO_SIDE_EFFECTS__ */
export const maximum = (most: number, message?: string) => (value: number) => {
  if (value > most) throw new Refusal('too_big', { maximum: most }, message);
};

type Sized = string | readonly unknown[];

/** What a length belongs to, as zod names it. */
const originOf = (value: Sized) => (typeof value === 'string' ? 'string' : 'array');

/* @__NO_SIDE_EFFECTS__ */
export const maxLength = (most: number) => (value: Sized) => {
  if (value.length > most) throw new Refusal('too_big', { origin: originOf(value), maximum: most });
};

/* @__NO_SIDE_EFFECTS__ */
export const length = (exactly: number) => (value: Sized) => {
  if (value.length === exactly) return;
  throw new Refusal(value.length > exactly ? 'too_big' : 'too_small', {
    origin: originOf(value),
    maximum: exactly,
  });
};

/* @__NO_SIDE_EFFECTS__ */
export const regex = (pattern: RegExp) => (value: string) => {
  if (!pattern.test(value)) throw new Refusal('invalid_format', { pattern: String(pattern) });
};

/* @__NO_SIDE_EFFECTS__ */
export const refine =
  (holds: (value: never) => boolean, { error }: { error: (issue: { input: unknown }) => string }) =>
  (value: unknown) => {
    if (!holds(value as never)) throw new Refusal('custom', {}, error({ input: value }));
  };

interface Context {
  addIssue(issue: { code: string; message: string; path: PropertyKey[] }): void;
}

/* @__NO_SIDE_EFFECTS__ */
export const superRefine =
  (examine: (value: never, context: Context) => void) => (value: unknown) =>
    examine(value as never, {
      addIssue: ({ code, message, path }) => {
        throw new Refusal(code, { path }, message);
      },
    });
