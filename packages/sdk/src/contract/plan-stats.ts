import * as z from '#schema';
import { Meta } from './meta.js';
import { emptyQuery } from './query.js';
import { Count, Rate } from './scalars.js';
import { defineSlice } from './slice.js';

/** Plans as they stand now; takes no time range. Source: `plans`, `plan_contacts`. */
export const planStats = defineSlice({
  name: 'plan-stats',
  area: 'dashboard',
  path: '/api/dashboard/plan-stats',
  scopedBy: 'phone',
  ranged: false,
  bucketed: false,
  query: emptyQuery,
  answer: z.object({
    meta: Meta,
    /** Plans of any status. */
    total_plans: Count,
    /** Plans whose status is `active`. */
    active_plans: Count,
    /** Distinct contacts of active plans. */
    contacts_in_active_plans: Count,
    /** completed / (completed + canceled + failed); `null` while none has ended. */
    completion_rate: Rate,
  }),
});
