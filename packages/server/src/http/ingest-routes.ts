import { ingest as limits, type Deleted, type Ingested } from '@inlay/sdk/contract';
import { Hono, type Context } from 'hono';
import { AccessDenied } from '../access/scope.js';
import type { Ingest } from '../ingest/ingest.js';
import { isTableName, tableNames, type TableName } from '../ingest/tables.js';
import { quoted } from '../ingest/values.js';
import { ProblemError } from '../problem.js';
import type { Clock } from '../time/clock.js';
import type { AppEnv } from './authenticate.js';
import { bodyOf } from './ingest-body.js';
import { respondJson } from './respond.js';

/** Rows and keys over HTTP, below `ingest.path` of the contract. */
export function ingestRoutes(ingest: Ingest, clock: Clock): Hono<AppEnv> {
  const taken = async (context: Context<AppEnv>, action: 'put' | 'remove'): Promise<number> => {
    const table = admitted(context);
    const { orgId, memberId } = context.get('principal');
    const body = await bodyOf(context.req.raw);
    return ingest({ table, action, principal: { orgId, memberId }, now: clock(), body });
  };
  return new Hono<AppEnv>()
    .post('/:table', async (context) =>
      respondJson(context, { rows: await taken(context, 'put') } satisfies Ingested),
    )
    .post('/:table/delete', async (context) =>
      respondJson(context, { deleted: await taken(context, 'remove') } satisfies Deleted),
    );
}

/** The table of the address, for a token that may write. */
function admitted(context: Context<AppEnv>): TableName {
  const { permissions } = context.get('principal');
  if (!permissions.includes(limits.permission)) {
    throw new AccessDenied(`the token has no permission ${limits.permission}`);
  }
  const name = context.req.param('table') ?? '';
  if (isTableName(name)) return name;
  throw new ProblemError(
    'not_found',
    `there is no table ${quoted(name)}; there are ${tableNames.join(', ')}`,
  );
}
