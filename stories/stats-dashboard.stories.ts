import { html } from 'lit';
import * as states from './states.js';

const hrefs = {
  'contact-href': '/contacts/{id}',
  'call-href': '/calls/{id}',
  'message-href': '/messages/{id}',
  'unanswered-href': '/messages?unanswered&from={from}&to={to}',
};

export default {
  ...states.storiesOf('stats-dashboard', { heading: 'Dashboard', ...hrefs }),
  title: 'Page/Dashboard',
};

export const Ready = states.ready();
export const Loading = states.loading();
export const Empty = states.emptied();
export const Error = states.failed();
export const Stale = states.stale();
export const Refreshing = states.refreshing();
export const Narrow = states.narrow();
export const Dark = states.dark();
export const RightToLeft = states.rightToLeft();

/** None of the reader's `permissions` allows statistics: one card, and nothing is asked. */
export const Denied = states.ready({
  render: () => html`<stats-dashboard .permissions=${['Contacts:View']}></stats-dashboard>`,
});
