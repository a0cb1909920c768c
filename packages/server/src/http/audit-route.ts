import { auditReads } from '@inlay/sdk/contract/audit';
import type { Handler } from 'hono';
import { AccessDenied, refuseOutsiders } from '../access/scope.js';
import { readsPage } from '../audit/reads.js';
import type { Store } from '../store/store.js';
import type { AppEnv } from './authenticate.js';
import { parseQuery } from './query.js';
import { respondJson } from './respond.js';

/** Who has read what, for who holds a role in the organization. */
export function auditRoute(store: Store): Handler<AppEnv> {
  return async (context) => {
    const principal = context.get('principal');
    if (principal.role === undefined) {
      throw new AccessDenied('the token has no role that reads the audit trail');
    }
    const { searchParams } = new URL(context.req.url);
    const page = await store.read(async (tx) => {
      await refuseOutsiders(tx, principal);
      return readsPage(tx, principal.orgId, parseQuery(auditReads, searchParams));
    });
    return respondJson(context, page);
  };
}
