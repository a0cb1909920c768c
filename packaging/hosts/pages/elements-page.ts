import { configure, elements } from '@inlay/widgets';

type SliceClient = ReturnType<typeof configure>;

interface Fetching extends HTMLElement {
  refresh(): Promise<void>;
}

/** What an element shows. */
export interface Shown {
  readonly tag: string;
  readonly state: string;
  /** The numbers. */
  readonly numbers: string;
}

export interface Placing {
  /** The client's own without. */
  readonly deadlineMs?: number | undefined;
  readonly ranges?: readonly string[];
}

const states = ['skeleton', 'error', 'denied', 'stale', 'empty'];
const fetching = Object.keys(elements).filter(
  (tag) =>
    !['quick-actions', 'stats-dashboard', 'stats-provider', 'time-range-selector'].includes(tag),
);

const seen: unknown[] = [];
let client: SliceClient;
let placed: Fetching[] = [];

for (const type of ['inlay-error', 'inlay-session-expired']) {
  document.addEventListener(type, (event) => seen.push((event as CustomEvent).detail));
}
const thrown: string[] = [];
addEventListener('error', ({ message }) => thrown.push(message));
addEventListener('unhandledrejection', ({ reason }) => thrown.push(String(reason)));

const partsIn = ({ shadowRoot }: Element, part: string): Element[] => [
  ...(shadowRoot?.querySelectorAll(`[part~=${part}]`) ?? []),
];

/** What a chart draws is late and changes with its size; its numbers are there in words too. */
function numbersIn(element: Element): string {
  const bodies = partsIn(element, 'body').map((body) => body.cloneNode(true) as Element);
  for (const body of bodies) {
    for (const drawing of body.querySelectorAll('[part~=drawing]')) drawing.remove();
  }
  return bodies.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join();
}

function shownBy(element: Element): Shown {
  const state = states.find((part) => partsIn(element, part).length > 0) ?? 'ready';
  return { tag: element.localName, state, numbers: numbersIn(element) };
}

/** Every text that can be reached from a value by its properties, as a tool for debugging does. */
function textsIn(value: unknown, known = new Set<unknown>()): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || known.has(value)) return [];
  known.add(value);
  if (
    value instanceof Node &&
    !(value instanceof HTMLElement && placed.includes(value as Fetching))
  ) {
    return [];
  }
  const inside = Reflect.ownKeys(value).map((key) => Object.getOwnPropertyDescriptor(value, key));
  const entries = value instanceof Map || value instanceof Set ? [...value].flat() : [];
  const texts = value instanceof Error ? [String(value), value.stack ?? ''] : [];
  const all = [...inside.map((one) => one?.value as unknown), ...entries];
  return [...texts, ...all.flatMap((one) => textsIn(one, known))];
}

/** The markup of a tree with that of the shadow trees in it. */
function markupOf(root: Element | ShadowRoot): string {
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [root.getHTML(), ...inside.map(markupOf)].join('\n');
}

const storedIn = (storage: Storage): string => JSON.stringify({ ...storage });

/** Puts a text where each look at the page must find it. */
const spills: Readonly<Record<string, (secret: string) => unknown>> = {
  events: (secret) =>
    document.dispatchEvent(new CustomEvent('inlay-error', { detail: new Error(secret) })),
  markup: (secret) => placed[0]?.shadowRoot?.firstElementChild?.setAttribute('title', secret),
  storage: (secret) => sessionStorage.setItem('kept', secret),
  addresses: (secret) => history.replaceState(null, '', `?token=${secret}`),
  window: (secret) => (window.name = secret),
  elements: (secret) => Object.assign(placed[0] ?? {}, { kept: new Map([['deep', [secret]]]) }),
};

const host = {
  /** Places every element that fetches, for each range, asking there as the reader of this token. */
  place(
    baseUrl: string,
    token: string,
    { deadlineMs, ranges = ['last_30_days'] }: Placing,
  ): number {
    client = configure({ baseUrl, getToken: async () => token, deadlineMs });
    placed = ranges.flatMap((range) =>
      fetching.map((tag) => {
        const element = document.createElement(tag) as Fetching;
        element.setAttribute('time-range', range);
        return element;
      }),
    );
    document.body.append(...placed);
    // Below the fold charts are not drawn: what is looked at here is what the elements say.
    document.body.style.paddingBlockStart = '200vh';
    return placed.length;
  },

  spill: (where: string, secret: string): void => void spills[where]?.(secret),

  /** What every element shows, as soon as none of them waits. */
  async settled(): Promise<Shown[]> {
    for (;;) {
      const shown = placed.map(shownBy);
      const busy = placed.some((one) =>
        partsIn(one, 'body').some((part) => part.ariaBusy === 'true'),
      );
      if (!busy && shown.every(({ state }) => state !== 'skeleton')) return shown;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  },

  async refreshed(): Promise<Shown[]> {
    await Promise.all(placed.map((element) => element.refresh()));
    return host.settled();
  },

  /** Presses Retry in every element that offers it. */
  async retried(): Promise<Shown[]> {
    for (const element of placed) {
      for (const button of partsIn(element, 'retry')) (button as HTMLButtonElement).click();
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return host.settled();
  },

  thrown,

  /** Everything that somebody in the page could read, by where it is. */
  async readable(): Promise<Record<string, string>> {
    const databases = await indexedDB.databases();
    const places: Record<string, unknown> = {
      events: [seen.map((detail) => JSON.stringify(detail)), textsIn(seen)],
      markup: markupOf(document.documentElement),
      storage: [storedIn(localStorage), storedIn(sessionStorage), document.cookie, databases],
      caches: await caches.keys(),
      addresses: [location.href, performance.getEntries().map(({ name }) => name)],
      window: [window.name, history.state, Object.keys(window)],
      client: [JSON.stringify(client), textsIn(client), String(client)],
      elements: textsIn(placed),
    };
    return Object.fromEntries(
      Object.entries(places).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    );
  },
};

export type Host = typeof host;
declare global {
  var host: Host;
}
globalThis.host = host;
