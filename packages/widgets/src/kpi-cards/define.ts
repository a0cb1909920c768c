import { define } from '../shared/define.js';
import { KpiCards } from './kpi-cards.js';

define('kpi-cards', KpiCards);

declare global {
  interface HTMLElementTagNameMap {
    'kpi-cards': KpiCards;
  }
}
