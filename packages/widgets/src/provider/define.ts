import { define } from '../shared/define.js';
import { StatsProvider } from './stats-provider.js';

define('stats-provider', StatsProvider);

declare global {
  interface HTMLElementTagNameMap {
    'stats-provider': StatsProvider;
  }
}
