import { hash } from 'node:crypto';
import type { Reader } from '../store/store.js';
import type { Principal } from './principal.js';
import { resolveDashboardScope, type Scope } from './scope.js';

/** A scope, and a text that is the same for the same scope alone. */
export interface KeyedScope {
  readonly scope: Scope;
  readonly key: string;
}

interface Kept extends KeyedScope {
  readonly version: number;
}

/** Scopes of principals, for as long as the rows of their organization stay as they are. */
export class ScopeCache {
  readonly #kept = new WeakMap<Principal, Kept>();

  /** The scope of a principal, if it was resolved from this version of its organization's rows. */
  known(principal: Principal, version: number): KeyedScope | undefined {
    const kept = this.#kept.get(principal);
    return kept?.version === version ? kept : undefined;
  }

  /** `version` is that of the principal's organization in `tx`. @throws {AccessDenied} */
  async scopeOf(tx: Reader, principal: Principal, version: number): Promise<KeyedScope> {
    const known = this.known(principal, version);
    if (known) return known;
    const scope = await resolveDashboardScope(tx, principal);
    const resolved = { scope, key: hash('sha256', JSON.stringify(scope), 'base64'), version };
    this.#kept.set(principal, resolved);
    return resolved;
  }
}
