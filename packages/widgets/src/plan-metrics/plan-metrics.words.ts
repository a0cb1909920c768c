import { section } from '../shared/wording.js';

export const planMetricsWords = section('planMetrics', {
  heading: 'Plans',
  things: 'plans',
  active: 'Active plans',
  total: 'All plans',
  of: (count: string, plural: Intl.LDMLPluralRule) =>
    plural === 'one' ? `of ${count} plan` : `of ${count} plans`,
  contacts: 'Contacts in progress',
  inActive: 'In active plans',
  rates: 'Rates of plans',
  completionRate: 'Completion rate',
  noCompletion: 'No plan has ended yet.',
});
