import { define } from '../shared/define.js';
import { ResponseInsights } from './response-insights.js';

define('response-insights', ResponseInsights);

declare global {
  interface HTMLElementTagNameMap {
    'response-insights': ResponseInsights;
  }
}
