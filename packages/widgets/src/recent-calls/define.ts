import { define } from '../shared/define.js';
import { RecentCalls } from './recent-calls.js';

define('recent-calls', RecentCalls);

declare global {
  interface HTMLElementTagNameMap {
    'recent-calls': RecentCalls;
  }
}
