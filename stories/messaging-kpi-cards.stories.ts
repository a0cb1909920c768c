import * as states from './states.js';

export default { ...states.storiesOf('messaging-kpi-cards'), title: 'Messaging/KPI cards' };

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

export const Busy = states.scaled(38);
