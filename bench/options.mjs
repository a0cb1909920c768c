import { parseArgs } from 'node:util';

/** Calls and messages of the big organization, by the name of the size. */
export const sizes = { '100k': 100_000, '1m': 1_000_000, '10m': 10_000_000 };

export const usage = `Usage: npm run bench [-- OPTION …]

Makes a world of calls and messages, and measures Inlay side by side with raw SQL over the same
SQLite database and with DuckDB over the same files, in one run.

Options:
  --size SIZE   ${Object.keys(sizes).join(', ')} events; smaller sizes are measured too, for growth; default 1m
  --only SIZE   measure no other size
  --out FOLDER  where benchmarks.md and images/benchmarks.svg go; default docs
  --prepare     make the databases that the run needs, and measure nothing
  --report      write the report of the last run again, without measuring
  --help        print this
`;

/** The command line is wrong. */
export class WrongOption extends Error {
  name = 'WrongOption';
}

/** @throws {WrongOption} */
export function optionsFrom(args) {
  const values = parsed({
    args,
    options: {
      size: { type: 'string', default: '1m' },
      only: { type: 'string' },
      out: { type: 'string', default: 'docs' },
      prepare: { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const largest = sizeNamed(values.only ?? values.size);
  const names = Object.keys(sizes);
  return {
    ...values,
    sizes: values.only === undefined ? names.slice(0, names.indexOf(largest) + 1) : [largest],
  };
}

function parsed(config) {
  try {
    return parseArgs(config).values;
  } catch (error) {
    throw new WrongOption(error.message, { cause: error });
  }
}

function sizeNamed(text) {
  const name = text.toLowerCase();
  if (name in sizes) return name;
  throw new WrongOption(
    `size is ${JSON.stringify(text)}; allowed are ${Object.keys(sizes).join(', ')}`,
  );
}
