import { define } from '../shared/define.js';
import { StatsDashboard } from './stats-dashboard.js';

define('stats-dashboard', StatsDashboard);

declare global {
  interface HTMLElementTagNameMap {
    'stats-dashboard': StatsDashboard;
  }
}
