import { define } from '../shared/define.js';
import { PlanMetrics } from './plan-metrics.js';

define('plan-metrics', PlanMetrics);

declare global {
  interface HTMLElementTagNameMap {
    'plan-metrics': PlanMetrics;
  }
}
