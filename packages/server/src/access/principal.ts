import type { Role } from '@inlay/sdk/contract';

/** Who asks, as the verified token says. */
export interface Principal {
  readonly orgId: string;
  readonly memberId: string;
  readonly permissions: readonly string[];
  readonly role?: Role;
  /** The only slices that this token opens, by name; all when absent. */
  readonly slices?: readonly string[];
}
