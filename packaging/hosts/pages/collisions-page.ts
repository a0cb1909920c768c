import type * as widgets from '@inlay/widgets';
import { heardText, partsOf } from '../../../packages/widgets/src/testing/dom.js';
import { answers } from '../../../packages/widgets/src/testing/fixtures/answers.js';
import { ScriptedClient } from '../../../packages/widgets/src/testing/scripted-client.js';

type Library = typeof widgets;

const load = (path: string): Promise<Library> => import(path);

const drawn = async (): Promise<void> => {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
};

/** The figures that an element shows, once its client has answered. */
async function figuresOf(element: Element, client: ScriptedClient): Promise<string[]> {
  const { answer, slice } = await client.arrival();
  await answer(answers[slice]);
  await drawn();
  return partsOf(element, 'figure').map(heardText);
}

/** An element inside a provider, each by its tag, in a place of the page. */
async function figuresBy(provider: string, tag: string, place: ParentNode): Promise<string[]> {
  return (await shownBy(provider, tag, place)).figures;
}

/** The same, and the label of the first figure. */
async function shownBy(
  provider: string,
  tag: string,
  place: ParentNode = document.body,
): Promise<{ figures: string[]; label: string | undefined }> {
  const client = new ScriptedClient();
  const around = Object.assign(document.createElement(provider), { client });
  const element = document.createElement(tag);
  around.append(element);
  place.append(around);
  const figures = await figuresOf(element, client);
  return { figures, label: partsOf(element, 'label').map(heardText)[0] };
}

const collisions = {
  /** The page has a `<kpi-cards>` of its own. */
  async taken() {
    class Own extends HTMLElement {}
    customElements.define('kpi-cards', Own);
    const { defineAll } = await load('./inlay.js');
    defineAll({ prefix: 'acme-' });
    const client = new ScriptedClient();
    const dashboard = Object.assign(document.createElement('acme-stats-dashboard'), { client });
    document.body.append(dashboard);
    await client.arrival();
    for (const { slice, answer } of client.requests) await answer(answers[slice]);
    await drawn();
    const inside = dashboard.shadowRoot?.querySelector('[part=kpi-cards]');
    return {
      own: document.createElement('kpi-cards') instanceof Own,
      renamed: await figuresBy('acme-stats-provider', 'acme-kpi-cards', document.body),
      inside: inside ? partsOf(inside, 'figure').map(heardText) : [],
    };
  },

  /** The library is there in two versions, each of which would have the tags. */
  async twice() {
    const first = await load('./inlay.js');
    const other = await load('./other/inlay.js');
    other.defineAll();
    other.defineAll({ prefix: 'other-' });
    return {
      isFirst: customElements.get('kpi-cards') === first.KpiCards,
      first: await shownBy('stats-provider', 'kpi-cards'),
      other: await shownBy('other-stats-provider', 'other-kpi-cards'),
      otherInFirst: await shownBy('stats-provider', 'other-kpi-cards'),
      firstInOther: await shownBy('other-stats-provider', 'kpi-cards'),
    };
  },

  /** Everything stands in the shadow tree of an element of the host's. */
  async shaded() {
    await load('./inlay.js');
    const host = document.createElement('div');
    const shade = host.attachShadow({ mode: 'closed' });
    document.body.append(host);
    const around = document.createElement('section');
    shade.append(around);
    return {
      both: await figuresBy('stats-provider', 'kpi-cards', around),
      head: document.head.childElementCount,
    };
  },
};

export type Collisions = typeof collisions;
declare global {
  var collisions: Collisions;
}
globalThis.collisions = collisions;
