import { section } from '../shared/wording.js';

export const aiOriginWords = section('aiOrigin', {
  heading: 'AI messages',
  things: 'outbound messages',
  count: 'Composed by AI',
  of: (count: string) => `of ${count} outbound`,
  share: 'AI share',
  ofOutbound: 'Of all outbound',
  byFeature: 'AI-composed messages by feature',
  none: 'All of them were written by people.',
  feature: 'Feature',
  messages: 'Messages',
  shareOfOutbound: 'Share of outbound',
});
