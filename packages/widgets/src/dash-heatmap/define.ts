import { define } from '../shared/define.js';
import { DashHeatmap } from './dash-heatmap.js';

define('dash-heatmap', DashHeatmap);

declare global {
  interface HTMLElementTagNameMap {
    'dash-heatmap': DashHeatmap;
  }
}
