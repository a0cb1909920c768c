import * as states from './states.js';

export default { ...states.storiesOf('message-activity-chart'), title: 'Messaging/Activity chart' };

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

/** Few bars: hours of one day. */
export const Today = states.ready({ args: { 'time-range': 'today' } });

export const NinetyDays = states.ready({ args: { 'time-range': 'last_90_days' } });

/** Weeks. */
export const AllTime = states.ready({ args: { 'time-range': 'all_time' } });
