import { define } from '../shared/define.js';
import { AiMessageOrigin } from './ai-message-origin.js';

define('ai-message-origin', AiMessageOrigin);

declare global {
  interface HTMLElementTagNameMap {
    'ai-message-origin': AiMessageOrigin;
  }
}
