import { createClient, type GetToken, type SliceClient } from '@inlay/sdk/client';
import { canViewDashboard, type Meta, type RangedQuery } from '@inlay/sdk/contract';
import {
  css,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyValues,
  type PropertyDeclarations,
} from 'lit';
import { frameStyles } from '../shared/card.styles.js';
import type { RangeChange } from '../shared/range-change.js';
import { isAnswerTo, mergeQueries, queryOfProperties } from '../shared/request.js';
import { RequestElement } from '../shared/request-element.js';
import { deniedMessage } from '../shared/states.js';
import { tokensOn } from '../shared/tokens.js';
import { metaContext, providedContext, type Provided, type Refreshable } from './context.js';
import { Provision } from './provision.js';
import { Subscription } from './subscription.js';

/**
 * Gives client, time range and filters to the elements inside it, and takes the range that a
 * `<time-range-selector>` inside it chooses. Draws nothing and has no box of its own, so that the
 * host's layout sees its children. Providers may be nested: what an inner one leaves open comes
 * from the outer one.
 *
 * @summary Client and time range for the elements inside
 * @slot - Elements and anything else
 * @csspart card - The card in place of the content when the reader may not see statistics
 * @fires {CustomEvent<{ error: StatsError | TypeError }>} inlay-error - `base-url` is not a URL that
 *   can be asked (a TypeError), or an element inside could not load its slice
 * @example
 * ```html
 * <stats-provider base-url="https://stats.example.com" time-range="last_30_days">
 *   <time-range-selector></time-range-selector>
 *   <kpi-cards></kpi-cards>
 * </stats-provider>
 * ```
 */
export class StatsProvider extends RequestElement {
  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: 'base-url' },
    getToken: { attribute: false },
    client: { attribute: false },
    permissions: { attribute: false },
    role: { attribute: false },
  };

  static override styles: CSSResultGroup = [
    tokensOn('.denied', '.denied'),
    frameStyles,
    css`
      :host,
      .content {
        display: contents;
      }

      :host([hidden]),
      .content[hidden] {
        display: none;
      }
    `,
  ];

  readonly #outer = new Subscription(this, providedContext);
  readonly #elements = new Set<Refreshable>();
  readonly #registerElement = (element: Refreshable): (() => void) => {
    this.#elements.add(element);
    return () => this.#elements.delete(element);
  };

  readonly #report = (meta: Meta): void => {
    if (!queryOfProperties(this).time_range) this.#outer.value?.report(meta);
    if (isAnswerTo(meta, this.#provided.value.query)) this.#meta.setValue(meta);
  };
  readonly #provided = new Provision(this, providedContext, this.#provide(null, {}));
  readonly #meta = new Provision(this, metaContext, undefined);
  #created: { baseUrl: string; getToken: GetToken; client: SliceClient | null } | undefined;
  #registeredWith: Provided | undefined;
  #unregister: (() => void) | undefined;

  /** Where the server is; `""` is the page's own origin. Nothing is asked before `getToken` is set. */
  baseUrl?: string | undefined;
  /**
   * Gives the reader's token. Another function is another reader: all that is shown is forgotten.
   * Keep it the same across renders of a framework.
   */
  getToken?: GetToken | undefined;
  /** A client in place of `base-url` and `getToken`. */
  client?: SliceClient | undefined;
  /**
   * The reader's permissions. When none of them allows a dashboard (and neither does `role`),
   * nothing is asked and one card says so in place of the content. The server decides all the same.
   */
  permissions?: readonly string[] | undefined;
  /** The reader's role (`super_admin`, `org_owner`), beside `permissions`. Not the ARIA role. */
  override role: string | null = null;

  constructor() {
    super();
    this.addEventListener('inlay-range-change', this.#onRangeChange);
  }

  /** Refreshes every element inside, past every cache. Resolves when all have settled. */
  async refresh(): Promise<void> {
    await Promise.all([...this.#elements].map((element) => element.refresh()));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#register(undefined);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (this.isConnected) this.#register(this.#outer.value);
    const client = this.#client();
    const query = mergeQueries(queryOfProperties(this), this.#outer.value?.query);
    const now = this.#provided.value;
    if (client === now.client && JSON.stringify(query) === JSON.stringify(now.query)) return;
    if (!isAnswerTo(this.#meta.value, query)) this.#meta.setValue(undefined);
    this.#provided.setValue(this.#provide(client, query));
  }

  protected override render(): unknown {
    const { denied } = this;
    return html`${
        denied
          ? html`<div class="denied"><div class="card" part="card">${deniedMessage()}</div></div>`
          : nothing
      }
      <div class="content" ?hidden=${denied}><slot></slot></div>`;
  }

  /** Whether what the host says of the reader allows no dashboard. */
  protected get denied(): boolean {
    return this.permissions != null && !canViewDashboard(this.permissions, this.role ?? undefined);
  }

  #client(): SliceClient | null | undefined {
    if (this.denied) return null;
    if (this.client) return this.client;
    const { baseUrl, getToken } = this;
    if (baseUrl == null && !getToken) return this.#outer.value?.client;
    if (baseUrl == null || !getToken) return null;
    if (this.#created?.baseUrl !== baseUrl || this.#created.getToken !== getToken) {
      this.#created = { baseUrl, getToken, client: this.#create(baseUrl, getToken) };
    }
    return this.#created.client;
  }

  /** A mistake in `base-url` is told, and never thrown into the host's page. */
  #create(baseUrl: string, getToken: GetToken): SliceClient | null {
    try {
      return createClient({ baseUrl, getToken });
    } catch (error) {
      console.error(`<${this.localName}>`, error);
      const detail = { error };
      this.dispatchEvent(
        new CustomEvent('inlay-error', { detail, bubbles: true, composed: true, cancelable: true }),
      );
      return null;
    }
  }

  #provide(client: SliceClient | null | undefined, query: RangedQuery): Provided {
    return { client, query, register: this.#registerElement, report: this.#report };
  }

  #register(outer: Provided | undefined): void {
    if (outer?.register === this.#registeredWith?.register) return;
    this.#unregister?.();
    this.#registeredWith = outer;
    this.#unregister = outer?.register(this);
  }

  /** Waits until every listener has had its say, those that the host adds to this element too. */
  readonly #onRangeChange = (event: CustomEvent<RangeChange>): void => {
    const nearest = event.composedPath().find((target) => target instanceof StatsProvider);
    if (nearest !== this) return;
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      this.timeRange = event.detail.time_range;
      this.from = event.detail.from;
      this.to = event.detail.to;
    });
  };
}
