import { define } from '../shared/define.js';
import { ChannelDonut } from './channel-donut.js';

define('channel-donut', ChannelDonut);

declare global {
  interface HTMLElementTagNameMap {
    'channel-donut': ChannelDonut;
  }
}
