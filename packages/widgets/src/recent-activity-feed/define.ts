import { define } from '../shared/define.js';
import { RecentActivityFeed } from './recent-activity-feed.js';

define('recent-activity-feed', RecentActivityFeed);

declare global {
  interface HTMLElementTagNameMap {
    'recent-activity-feed': RecentActivityFeed;
  }
}
