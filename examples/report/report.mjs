/**
 * Prints the last seven days of an organization: `INLAY_URL=… INLAY_TOKEN=… node report.mjs`.
 * Options: `--waiting N` lists the N newest messages that wait for a reply (default 5).
 */
import { parseArgs } from 'node:util';
import { createStatsClient, eachRecord, isStatsError } from '@inlay/sdk';
import { reportOf } from './layout.mjs';

const week = { time_range: 'last_7_days' };
const compared = { ...week, compare: 'previous_period' };

function needed(name) {
  const value = process.env[name];
  if (value) return value;
  throw new RangeError(`${name} is not set`);
}

function countOf(text) {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new RangeError(`--waiting is ${JSON.stringify(text)}; a number from 0 to 999 is needed`);
}

async function newestWaiting(client, most) {
  const waiting = [];
  if (most === 0) return waiting;
  for await (const message of eachRecord(client, { of: 'unanswered', ...week, limit: 50 })) {
    waiting.push(message);
    if (waiting.length === most) break;
  }
  return waiting;
}

async function main() {
  const { values } = parseArgs({ options: { waiting: { type: 'string', default: '5' } } });
  const token = needed('INLAY_TOKEN');
  const client = createStatsClient({ baseUrl: needed('INLAY_URL'), getToken: async () => token });
  const [stats, messages, waiting] = await Promise.all([
    client.stats(compared),
    client.messagingStats(compared),
    newestWaiting(client, countOf(values.waiting)),
  ]);
  console.log(reportOf({ stats, messages, waiting }));
}

try {
  await main();
} catch (error) {
  if (!isStatsError(error) && !(error instanceof RangeError)) throw error;
  const id = isStatsError(error) && error.requestId ? ` (request ${error.requestId})` : '';
  console.error(`No report: ${error.message}${id}`);
  process.exitCode = 1;
}
