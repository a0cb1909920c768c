import * as states from './states.js';

export default { ...states.storiesOf('response-insights'), title: 'Messaging/Response insights' };

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

/** Every message counts by itself. */
export const ByMessage = states.ready({ args: { 'unanswered-by': 'message' } });

/** The unanswered count leads to the host's inbox. */
export const WithLink = states.ready({
  args: { 'unanswered-href': '/inbox?unanswered&from={from}&to={to}' },
});

/** Good from 90 %, a warning from 75 %; three phones until all are asked for. */
export const StricterGrades = states.ready({
  args: { 'good-from': 90, 'warning-from': 75, rows: 3 },
});
