import fc from 'fast-check';
import type * as z from '#schema';

type Arbitrary = fc.Arbitrary<unknown>;
type Schema = z.core.$ZodType;

/** What is read of definitions; each kind has its own of it. */
interface Definition {
  type: string;
  innerType: Schema;
  element: Schema;
  entries: Record<string, string>;
  shape: Record<string, Schema>;
  options: readonly Schema[];
}

/** Texts that are near what the contract knows: dates, instants, ids, numbers, and anything. */
const text = fc.oneof(
  fc.string({ maxLength: 45 }),
  fc.constantFrom('2026-03-02', '2026-02-30', '2026-10-25T02:00:00.000Z', '7', '23', '-1', '1.5'),
  fc.constantFrom('', '__proto__', 'constructor', 'a'.repeat(64), 'a'.repeat(65)),
);

const whole = fc.oneof(fc.integer({ min: -2, max: 210 }), fc.maxSafeInteger());

/** What is tried where a value of another kind is due. */
export const anything: Arbitrary = fc.oneof(
  text,
  whole,
  fc.double(),
  fc.constantFrom(null, undefined, true, Infinity, NaN, 2 ** 60),
  fc.array(text, { maxLength: 3 }),
  fc.dictionary(text, text, { maxKeys: 2 }),
);

/** The limits that checks set, by their names in zod. */
interface Limits {
  minimum?: number;
  maximum?: number;
  length?: number;
  maxLength?: number;
  pattern?: RegExp;
}

function limitsOf(schema: Schema): Limits {
  const bag = schema._zod.bag as Record<string, unknown> & { patterns?: Set<RegExp> };
  const [pattern] = bag.patterns ?? [];
  return { ...bag, ...(pattern && { pattern }) };
}

const readers: Record<string, (definition: Definition, schema: Schema) => Arbitrary> = {
  string: (_, schema) => {
    const { pattern } = limitsOf(schema);
    return pattern ? fc.oneof(fc.stringMatching(pattern), fc.constant('2026-03-02')) : text;
  },
  number: (_, schema) => {
    const { minimum = -1000, maximum = 1000 } = limitsOf(schema);
    const isWhole = schema._zod.bag.format === 'safeint';
    if (isWhole) return fc.integer({ min: minimum, max: Math.min(maximum, minimum + 5000) });
    return fc.double({ min: minimum, max: maximum, noNaN: true });
  },
  enum: ({ entries }) => fc.constantFrom(...Object.values(entries)),
  nullable: ({ innerType }) => fc.option(arbitraryOf(innerType)),
  optional: ({ innerType }) => fc.option(arbitraryOf(innerType), { nil: undefined }),
  array: ({ element }, schema) => {
    const bag = limitsOf(schema);
    return fc.array(arbitraryOf(element), {
      minLength: bag.minimum ?? 0,
      maxLength: bag.minimum ?? 3,
    });
  },
  object: ({ shape }) => {
    const entries = Object.entries(shape);
    const requiredKeys = entries.filter(([, { _zod }]) => _zod.optin !== 'optional');
    return fc.record(Object.fromEntries(entries.map(([key, of]) => [key, arbitraryOf(of)])), {
      requiredKeys: requiredKeys.map(([key]) => key),
    });
  },
  union: ({ options }) => fc.oneof(...options.map(arbitraryOf)),
  // A query's whole number: as digits, as a number, or neither.
  pipe: () => fc.oneof(whole, whole.map(String), text),
};

/**
 * Values of a schema of the contract: of the right kinds everywhere, within the limits of each
 * field. What several fields say together (`custom` with `from` and `to`) is left to chance.
 */
export function arbitraryOf(schema: Schema): Arbitrary {
  const definition = schema._zod.def as unknown as Definition;
  const read = readers[definition.type];
  if (!read) throw new TypeError(`no values are known of a schema of type ${definition.type}`);
  return read(definition, schema);
}

/** A value with one thing in it changed, taken away or added, at any depth. */
export function spoiled(value: unknown): Arbitrary {
  if (typeof value !== 'object' || value === null) return anything;
  const keys = Object.keys(value);
  const added = fc
    .tuple(fc.constantFrom('more', 'constructor', 'toString'), anything)
    .map(([key, more]) => (Array.isArray(value) ? [...value, more] : { ...value, [key]: more }));
  if (keys.length === 0) return fc.oneof(anything, added);
  const inside = fc.constantFrom(...keys).chain((key) => {
    const held = (value as Record<string, unknown>)[key];
    return spoiled(held).map((now) => replaced(value, key, now));
  });
  const without = fc.constantFrom(...keys).map((key) => removed(value, key));
  return fc.oneof(
    { weight: 6, arbitrary: inside },
    { weight: 1, arbitrary: without },
    { weight: 1, arbitrary: added },
    { weight: 1, arbitrary: anything },
  );
}

function replaced(value: object, key: string, now: unknown): object {
  if (Array.isArray(value)) return value.with(Number(key), now);
  return { ...value, [key]: now };
}

function removed(value: object, key: string): object {
  if (Array.isArray(value)) return value.toSpliced(Number(key), 1);
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}
