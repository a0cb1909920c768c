import { html } from 'lit';
import * as states from './states.js';

export default {
  ...states.storiesOf('stats-dashboard', { heading: 'Statistics' }),
  title: 'Page/Dashboard',
  tags: ['!autodocs'],
};

export const Ready = states.ready();
export const Loading = states.loading();
export const Empty = states.emptied();
export const Error = states.failed();
export const Denied = states.refused();
export const Stale = states.stale();
export const Refreshing = states.refreshing();
export const Narrow = states.narrow();
export const Dark = states.dark();
export const RightToLeft = states.rightToLeft();

/** With the thirty days before. */
export const Compared = states.ready({ args: { compare: 'previous_period' } });

/** A call centre: figures above 10,000. */
export const Busy = states.scaled(38);

/** Links lead to the host's pages, two quick actions are links, and the host adds a control. */
export const InAHost = states.ready({
  args: {
    'contact-href': '/contacts/{id}',
    'call-href': '/calls/{id}',
    'message-href': '/messages/{id}',
    'unanswered-href': '/inbox?unanswered&from={from}&to={to}',
    actions: 'add-phone create-agent',
    'add-phone-href': '/settings/phones/new',
    'create-agent-href': '/agents/new',
  },
  render: (args) =>
    states.markup(
      'stats-dashboard',
      args,
      html`<label slot="header"
        >Team
        <select>
          <option>All</option>
          <option>Support</option>
        </select></label
      >`,
    ),
});

/** None of the reader's `permissions` allows statistics: one card, and nothing is asked. */
export const WithoutPermission = states.ready({
  render: () => html`<stats-dashboard .permissions=${['Contacts:View']}></stats-dashboard>`,
});
