import type { PlanStatus } from '@inlay/sdk/contract';
import { within } from '../access/within.js';
import { all, first, sql } from '../store/sql.js';
import { rate } from './rounding.js';
import type { SliceQuery } from './slice-query.js';

export const planStats: SliceQuery<'planStats'> = async ({ tx, scope }) => {
  const visible = within(scope, 'plans');
  const rows = await all<{ status: PlanStatus; count: number }>(
    tx,
    sql`SELECT status, COUNT(*) AS count FROM plans WHERE ${visible} GROUP BY status`,
  );
  // CROSS JOIN: from the plans that are visible to their contacts, whatever the planner guesses.
  const contacts = await first<{ count: number }>(
    tx,
    sql`SELECT COUNT(DISTINCT plan_contacts.contact_id) AS count FROM plans
        CROSS JOIN plan_contacts
        WHERE plan_contacts.org_id = plans.org_id AND plan_contacts.plan_id = plans.id
          AND ${visible} AND plans.status = 'active'`,
  );
  const counts = new Map(rows.map(({ status, count }) => [status, count]));
  const of = (status: PlanStatus) => counts.get(status) ?? 0;
  return {
    total_plans: rows.reduce((sum, row) => sum + row.count, 0),
    active_plans: of('active'),
    contacts_in_active_plans: contacts?.count ?? 0,
    completion_rate: rate(of('completed'), of('completed') + of('canceled') + of('failed')),
  };
};
