import { section } from '../shared/wording.js';

export const textAgentWords = section('textAgent', {
  heading: 'Text agent',
  things: 'suggestions',
  suggestions: 'Suggestions',
  autoReplies: 'Sent automatically',
  escalations: 'Escalations',
  autoSent: (count: string) => `${count} sent automatically`,
  rates: 'Rates of the text agent',
  autoReplyRate: 'Auto-reply rate',
  confidence: 'Average confidence',
  escalationRate: 'Escalation rate',
  noRate: 'There was no suggestion.',
});
