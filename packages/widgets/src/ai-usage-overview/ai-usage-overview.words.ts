import { section } from '../shared/wording.js';

export const aiUsageWords = section('aiUsage', {
  heading: 'AI usage',
  things: 'AI use',
  cost: 'Cost',
  costUsd: 'Cost (USD)',
  tokens: 'Tokens',
  currency: 'US dollars',
  perToken: (cost: string) => `${cost} per million`,
  byFeature: 'Cost by feature',
  none: 'Nothing of it had a cost.',
  feature: 'Feature',
  share: 'Share',
  moreFeatures: (count: string, plural: Intl.LDMLPluralRule) =>
    plural === 'one' ? `${count} more feature` : `${count} more features`,
});
