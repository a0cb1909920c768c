import type { Role } from '@inlay/sdk/contract';

/** Who asks, as the verified token says. */
export interface Principal {
  readonly orgId: string;
  readonly memberId: string;
  readonly permissions: readonly string[];
  readonly role?: Role;
  /** The only slices that this token opens, by name; all when absent. */
  readonly slices?: readonly string[];
  /** What the token may be taken back by alone. */
  readonly jti?: string;
  /** At least the organization's, or the token was taken back; 0 when absent. */
  readonly rev?: number;
}
