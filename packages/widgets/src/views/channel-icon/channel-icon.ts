import type { Activity } from '@inlay/sdk/contract';
import { html, svg, type TemplateResult } from 'lit';

type Channel = Activity['channel'];

const shapes: Record<Channel, unknown> = {
  call: svg`<path d="M3.2 2.5h2.1l1.2 3-1.5 1.1a7.5 7.5 0 0 0 4.4 4.4l1.1-1.5 3 1.2v2.1c0 .7-.6 1.2-1.2 1.2C7 14 2 9 2 3.7c0-.6.5-1.2 1.2-1.2Z"></path>`,
  sms: svg`<path d="M2.5 3h11a1 1 0 0 1 1 1v6.5a1 1 0 0 1-1 1H7l-3 2.5v-2.5H2.5a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Z"></path>
    <path d="M4.75 6h6.5M4.75 8.5h4"></path>`,
  email: svg`<rect x="1.75" y="3" width="12.5" height="10" rx="1.5"></rect><path d="m2.25 4.25 5.75 4.5 5.75-4.5"></path>`,
  other: svg`<path d="M8 2.25c3.5 0 6.25 2.3 6.25 5.25S11.5 12.75 8 12.75c-.7 0-1.4-.1-2-.27L2.75 13.5l.9-2.4C2.5 10.15 1.75 8.9 1.75 7.5 1.75 4.55 4.5 2.25 8 2.25Z"></path>
    <path d="M5.25 7.5h.01M8 7.5h.01M10.75 7.5h.01" stroke-width="2"></path>`,
};

const colors: Record<Channel, string> = {
  call: 'calls',
  sms: 'sms',
  email: 'email',
  other: 'other',
};

/** A channel as an icon in its colour. Decoration: words say the same. */
export function channelIcon(channel: Channel): TemplateResult {
  return html`<span class="channel ${colors[channel]}" aria-hidden="true"
    ><svg class="icon" viewBox="0 0 16 16">${shapes[channel]}</svg></span
  >`;
}

const arrows = {
  inbound: svg`<path d="M12 4 4.5 11.5M10.5 11.5h-6v-6"></path>`,
  outbound: svg`<path d="M4 12l7.5-7.5M5.5 4.5h6v6"></path>`,
};

/** Whether something came in or went out, as an arrow. */
export function directionIcon(direction: Activity['direction']): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${arrows[direction]}</svg>`;
}
