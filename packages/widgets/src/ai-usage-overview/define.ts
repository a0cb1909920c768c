import { define } from '../shared/define.js';
import { AiUsageOverview } from './ai-usage-overview.js';

define('ai-usage-overview', AiUsageOverview);

declare global {
  interface HTMLElementTagNameMap {
    'ai-usage-overview': AiUsageOverview;
  }
}
