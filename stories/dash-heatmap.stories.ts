import { html } from 'lit';
import { heatmapOf, trafficOf } from '../packages/widgets/src/testing/fixtures/traffic.js';
import * as states from './states.js';

export default {
  ...states.storiesOf('dash-heatmap'),
  title: 'Calls/Heatmap',
  argTypes: {
    source: { control: 'select', options: ['calls', 'messages'] },
    scale: { control: 'select', options: ['linear', 'quantile'] },
  },
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

/** Blue, and another slice. */
export const Messages = states.ready({ args: { source: 'messages' } });

/** Steps that hold equally many cells: a peak does not pale the rest. */
export const EquallyFilledSteps = states.ready({ args: { scale: 'quantile' } });

/** A colour and a word of the host's own. */
export const OwnColour = states.ready({
  args: { color: '13,148,136', 'item-label': 'conversations', heading: 'Conversations by hour' },
});

/** Counts of the host's own: nothing is fetched, and there is no range. */
export const OwnCells = states.ready({
  render: () =>
    html`<dash-heatmap
      heading="Visits by hour"
      item-label="visits"
      .cells=${heatmapOf(trafficOf('2026-11-02', '2026-11-15', 0.3, 5))}
    ></dash-heatmap>`,
});

/** Cells that the host leaves out have no data, which is not zero. */
export const MissingCells = states.ready({
  render: () =>
    html`<dash-heatmap
      heading="Opening hours only"
      item-label="visits"
      max-count="40"
      .cells=${heatmapOf(trafficOf('2026-11-02', '2026-11-08', 1, 5)).filter(
        ({ day, hour }) => day < 6 && hour > 6 && hour < 20,
      )}
    ></dash-heatmap>`,
});
