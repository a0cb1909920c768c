import * as states from './states.js';

export default {
  ...states.storiesOf('recent-calls'),
  title: 'Calls/Recent calls',
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

/** Contacts and calls lead to the host's pages. */
export const WithLinks = states.ready({
  args: { 'contact-href': '/contacts/{id}', 'call-href': '/calls/{id}' },
});

/** Five rows. */
export const Five = states.ready({ args: { rows: 5 } });

/** A player: nothing of a recording is loaded before Play. */
export const Playing = states.ready({
  play: ({ canvasElement }) => playIn(canvasElement),
});

/** The client knows no recording of the call. */
export const RecordingMissing = states.withRecordings('missing', {
  play: ({ canvasElement }) => playIn(canvasElement),
});

/** The recording cannot be reached; Play tries again. */
export const RecordingUnreachable = states.withRecordings('unreachable', {
  play: ({ canvasElement }) => playIn(canvasElement),
});

async function playIn(canvas: HTMLElement): Promise<void> {
  (await states.partIn(canvas, 'recent-calls', 'play')).click();
}
