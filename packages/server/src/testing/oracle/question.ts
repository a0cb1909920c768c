import type { World } from '../world.js';
import type { OracleRange } from './range.js';
import type { View } from './view.js';

/** What the oracle is asked: who sees what, narrowed how, and when. */
export interface OracleQuestion {
  readonly world: World;
  readonly orgId: string;
  readonly view: View;
  readonly passes: (row: {
    org_id: string;
    phone_id?: string;
    member_id?: string;
    owner_member_id?: string;
    contact_id?: string;
  }) => boolean;
  readonly range: OracleRange;
}
