import { define } from '../shared/define.js';
import { MessagingKpiCards } from './messaging-kpi-cards.js';

define('messaging-kpi-cards', MessagingKpiCards);

declare global {
  interface HTMLElementTagNameMap {
    'messaging-kpi-cards': MessagingKpiCards;
  }
}
