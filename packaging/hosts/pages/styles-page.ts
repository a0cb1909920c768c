import '@inlay/widgets';
import { answers } from '../../../packages/widgets/src/testing/fixtures/answers.js';

/** The slice that each element shows. */
const shows: Readonly<Record<string, string>> = {
  'kpi-cards': 'stats',
  'messaging-kpi-cards': 'messaging-stats',
  'call-activity-chart': 'stats',
  'message-activity-chart': 'messaging-stats',
  'dash-heatmap': 'stats',
  'response-insights': 'messaging-stats',
  'recent-calls': 'stats',
  'recent-activity-feed': 'engagement-stats',
  'channel-donut': 'engagement-stats',
  'todo-status': 'stats',
  'text-agent-performance': 'text-agent-stats',
  'plan-metrics': 'plan-stats',
  'ai-usage-overview': 'ai-usage-stats',
  'ai-message-origin': 'ai-message-origin-stats',
};

export interface Box {
  readonly tag: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

/** What the library could have changed outside its elements. */
const outside = (): string =>
  JSON.stringify([
    document.documentElement.getAttributeNames(),
    document.head.childElementCount,
    document.adoptedStyleSheets.length,
    document.styleSheets.length,
    [...document.body.children].map(({ localName }) => localName),
  ]);

const styling = {
  place(): void {
    const children = Object.entries(shows).map(([tag, slice]) =>
      Object.assign(document.createElement(tag), { data: answers[slice] }),
    );
    const others = ['time-range-selector', 'quick-actions'].map((tag) =>
      document.createElement(tag),
    );
    document.body.append(...others, ...children);
  },

  style: (css: string): void => sheet.replaceSync(css),

  /** Resolves when everything is drawn as it stays. */
  async drawn(): Promise<void> {
    for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
  },

  /** Where each element draws. */
  boxes: () =>
    [...document.body.children].flatMap(({ localName: tag, shadowRoot }) => {
      const { x, y, width, height } = shadowRoot?.firstElementChild?.getBoundingClientRect() ?? {};
      return width ? [{ tag, x, y, width, height } as Box] : [];
    }),

  /** Nothing has the focus. */
  rest(): void {
    const focused = document.activeElement;
    if (focused instanceof HTMLElement) focused.blur();
  },

  outside,
};

export type Styling = typeof styling;
declare global {
  var styling: Styling;
}
globalThis.styling = styling;
