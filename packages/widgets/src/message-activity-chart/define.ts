import { define } from '../shared/define.js';
import { MessageActivityChart } from './message-activity-chart.js';

define('message-activity-chart', MessageActivityChart);

declare global {
  interface HTMLElementTagNameMap {
    'message-activity-chart': MessageActivityChart;
  }
}
