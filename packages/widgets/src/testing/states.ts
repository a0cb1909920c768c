import type { StatsErrorKind } from '@inlay/sdk/client';
import { fixture, html } from '@open-wc/testing';
import { expect } from '@open-wc/testing';
import { ScriptedClient } from './scripted-client.js';

/** An element that shows a slice. */
export interface Fetching extends HTMLElement {
  client?: unknown;
  data?: unknown;
  refresh(): Promise<void>;
  readonly updateComplete: Promise<boolean>;
}

/** Puts a fetching element into a page of a test, in each of its states. */
export class States<E extends Fetching> {
  readonly #tag: string;
  readonly #answers: { readonly ready: unknown; readonly empty: unknown };

  constructor(tag: string, answers: { readonly ready: unknown; readonly empty: unknown }) {
    this.#tag = tag;
    this.#answers = answers;
  }

  /** The element with properties and attributes, in a box of a width, settled. */
  async with(
    properties: Partial<E> & object,
    { width = 1000, attributes = {} }: Placing = {},
  ): Promise<E> {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.style.width = `${width}px`;
    const element = document.createElement(this.#tag) as E;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    Object.assign(element, properties);
    box.append(element);
    await settled(element);
    return element;
  }

  async ready(placing?: Placing): Promise<E> {
    return this.with({ data: this.#answers.ready } as Partial<E>, placing);
  }

  async empty(placing?: Placing): Promise<E> {
    return this.with({ data: this.#answers.empty } as Partial<E>, placing);
  }

  async loading(placing?: Placing, client = new ScriptedClient()): Promise<E> {
    const element = await this.with({ client } as unknown as Partial<E>, placing);
    await client.arrival();
    return element;
  }

  async failed(kind: StatsErrorKind, placing?: Placing, client = new ScriptedClient()): Promise<E> {
    const element = await this.loading(placing, client);
    await client.last.fail(kind);
    await settled(element);
    return element;
  }

  async stale(placing?: Placing, client = new ScriptedClient()): Promise<E> {
    const element = await this.loading(placing, client);
    await client.last.answer(this.#answers.ready);
    const refreshed = element.refresh();
    await client.last.fail('unavailable');
    await refreshed;
    await settled(element);
    return element;
  }

  /** All six. */
  get all(): Record<string, (placing?: Placing) => Promise<E>> {
    return {
      ready: (placing) => this.ready(placing),
      empty: (placing) => this.empty(placing),
      loading: (placing) => this.loading(placing),
      error: (placing) => this.failed('unavailable', placing),
      denied: (placing) => this.failed('denied', placing),
      stale: (placing) => this.stale(placing),
    };
  }

  /** Asserts that the element takes the same room in every state. */
  async expectOneSize(width: number): Promise<void> {
    const sizes: Record<string, string> = {};
    for (const [state, make] of Object.entries(this.all)) {
      const element = await make({ width });
      const { width: across, height } = element.getBoundingClientRect();
      sizes[state] = `${across} × ${height}`;
    }
    const { ready = '' } = sizes;
    expect(ready).to.match(new RegExp(`^${width} × [1-9]\\d+`));
    for (const [state, size] of Object.entries(sizes)) expect(size, state).to.equal(ready);
  }
}

/** How an element stands in a page. */
export interface Placing {
  readonly width?: number;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Waits until the element has seen its own size and drawn by it. */
export async function settled(element: Fetching): Promise<void> {
  await element.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await element.updateComplete;
}
