import { define } from '../shared/define.js';
import { TimeRangeSelector } from './time-range-selector.js';

define('time-range-selector', TimeRangeSelector);

declare global {
  interface HTMLElementTagNameMap {
    'time-range-selector': TimeRangeSelector;
  }
}
