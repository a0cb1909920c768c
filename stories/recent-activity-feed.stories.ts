import * as states from './states.js';

export default {
  ...states.storiesOf('recent-activity-feed'),
  title: 'Engagement/Recent activity',
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

/** Rows lead to the host's pages: calls and messages, else their contacts. */
export const WithLinks = states.ready({
  args: { 'call-href': '/calls/{id}', 'message-href': '/messages/{id}' },
});

/** Four rows. */
export const Four = states.ready({ args: { rows: 4 } });
