import { define } from '../shared/define.js';
import { CallActivityChart } from './call-activity-chart.js';

define('call-activity-chart', CallActivityChart);

declare global {
  interface HTMLElementTagNameMap {
    'call-activity-chart': CallActivityChart;
  }
}
