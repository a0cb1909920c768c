import { define } from '../shared/define.js';
import { QuickActions } from './quick-actions.js';

define('quick-actions', QuickActions);

declare global {
  interface HTMLElementTagNameMap {
    'quick-actions': QuickActions;
  }
}
