import { define } from '../shared/define.js';
import { TodoStatus } from './todo-status.js';

define('todo-status', TodoStatus);

declare global {
  interface HTMLElementTagNameMap {
    'todo-status': TodoStatus;
  }
}
