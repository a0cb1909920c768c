import * as z from '#schema';

/** A whole number in a query, as a number or as its decimal digits. */
export const wholeNumber = (parameter: string, minimum: number, maximum: number) => {
  const error = `${parameter} is not a whole number from ${minimum} to ${maximum}`;
  return z.pipe(
    z.union([z.number(), z.string()]),
    z.pipe(
      z.transform(wholeNumberOf),
      z.int(error).check(z.minimum(minimum, error), z.maximum(maximum, error)),
    ),
  );
};

const wholeNumberOf = (given: number | string): number =>
  typeof given === 'number' || /^\d{1,9}$/.test(given) ? Number(given) : NaN;
