import { activityFeedWords } from './recent-activity-feed.words.js';

/** A status that is not known, of a server newer than this, is read as it is. */
export function statusWords(status: string): string {
  const known: Readonly<Record<string, string>> = activityFeedWords().statuses;
  return (Object.hasOwn(known, status) && known[status]) || status.replaceAll('_', ' ');
}
