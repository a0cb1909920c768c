import type { CallStatus } from '@inlay/sdk/contract';
import { html, svg, type TemplateResult } from 'lit';
import { callStatusesWords } from '../../shared/calls.words.js';

const ring = svg`<circle cx="8" cy="8" r="6.25"></circle>`;

/** Told apart by shape; the words say the same. */
const shapes: Record<CallStatus, unknown> = {
  queued: svg`${ring}<path d="M8 4.75V8l2.25 1.5"></path>`,
  ringing: svg`<path d="M4 6.75a4 4 0 0 1 8 0c0 3 1.25 3.75 1.25 4.5H2.75c0-.75 1.25-1.5 1.25-4.5Z"></path>
    <path d="M6.75 13.5h2.5"></path>`,
  in_progress: svg`${ring}<circle cx="8" cy="8" r="2.25" fill="currentColor"></circle>`,
  completed: svg`${ring}<path d="m5.25 8.25 2 2 3.5-4"></path>`,
  busy: svg`${ring}<path d="M5 8h6"></path>`,
  no_answer: svg`<path d="M2.5 6 8 11.25 14 5M9.75 5H14v4.25"></path>`,
  failed: svg`<path d="M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4L1.75 10.6V5.4Z"></path>
    <path d="m6 6 4 4m0-4-4 4"></path>`,
  canceled: svg`${ring}<path d="m3.75 12.25 8.5-8.5"></path>`,
  voicemail: svg`<circle cx="4.25" cy="8" r="2.5"></circle><circle cx="11.75" cy="8" r="2.5"></circle>
    <path d="M4.25 10.5h7.5"></path>`,
};

const tones: Record<CallStatus, 'good' | 'warning' | 'poor' | 'live' | 'plain'> = {
  queued: 'plain',
  ringing: 'live',
  in_progress: 'live',
  completed: 'good',
  busy: 'warning',
  no_answer: 'warning',
  failed: 'poor',
  canceled: 'plain',
  voicemail: 'plain',
};

/** A call's status as icon and words. Part: `status-badge`. */
export function statusBadge(status: CallStatus): TemplateResult {
  return html`<span class="badge ${tones[status]}" part="status-badge">
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${shapes[status]}</svg
    ><span>${callStatusesWords()[status]}</span>
  </span>`;
}
