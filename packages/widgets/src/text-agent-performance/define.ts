import { define } from '../shared/define.js';
import { TextAgentPerformance } from './text-agent-performance.js';

define('text-agent-performance', TextAgentPerformance);

declare global {
  interface HTMLElementTagNameMap {
    'text-agent-performance': TextAgentPerformance;
  }
}
