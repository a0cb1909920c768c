import type { SliceClient } from '@inlay/sdk/client';
import type { AnswerOf, Meta, QueryOf, Slice } from '@inlay/sdk/contract';
import {
  html,
  nothing,
  type PropertyValues,
  type TemplateResult,
  type PropertyDeclarations,
} from 'lit';
import { providedContext, type Provided } from '../provider/context.js';
import { PageClient } from '../provider/page-client.js';
import { Subscription } from '../provider/subscription.js';
import { Definitions } from './definitions.js';
import { ExportMenu, type ExportOffer } from './export-menu.js';
import type { ExportTable, ExportTables, FurtherTable } from './export-table.js';
import { resolveLocale } from './locale.js';
import { RefreshTimer } from './refresh-timer.js';
import {
  hasEmptyFilter,
  mergeQueries,
  queryOfProperties,
  withoutVoidComparison,
} from './request.js';
import { RequestElement } from './request-element.js';
import { SliceTask, type SliceSource, type SliceState } from './slice-task.js';
import { deniedMessage, emptyMessage, errorMessage, failureWords } from './states.js';
import { confirmed, currentStatus, datesOf, staleStatus } from './status-line.js';
import { statesWords } from './states.words.js';

/** The pieces of an element's frame, ready to be placed. */
export interface Frame {
  /** The heading, or nothing where there is none. */
  readonly heading: unknown;
  /** Range and time of the numbers, or the notice that they are old. */
  readonly status: TemplateResult;
  /** Legends and controls for the end of the head, or nothing. */
  readonly actions: unknown;
  /** Skeleton, numbers or message. */
  readonly body: TemplateResult;
}

/**
 * An element that shows one slice in its six states: loading, ready, empty, error, denied, stale.
 * A subclass names its slice and draws numbers and skeleton; the rest is here.
 *
 * @attr lang - Language of words, numbers and dates where `locale` is not set
 * @fires {CustomEvent<{ error: StatsError }>} inlay-error - The slice could not be loaded.
 *   Cancelable: prevented, the failure is not read out to screen readers (the host tells of it
 *   itself).
 * @fires {CustomEvent<{ error: StatsError }>} inlay-session-expired - The reader's session has
 *   ended: `getToken` failed, or the server refused its new token too. Once for all elements of a
 *   client, until there is an answer again.
 * @csspart card - The frame around everything
 * @csspart heading - The heading
 * @csspart status - Range and time of the numbers, or the notice that they are old
 * @csspart message - The sentence in place of the numbers; also `empty`, `error` (an ended
 *   session's `expired` too) or `denied`
 * @csspart retry - The button that asks again
 * @csspart menu-button - The button of the menu for the numbers, where there is one
 * @csspart menu - The menu
 * @csspart menu-item - An item; also `view-table`, `download-csv`, `download-image`
 * @csspart table-view - The numbers as a table
 * @csspart definitions-button - The button that tells what the numbers mean
 * @csspart definitions - What the numbers mean
 * @csspart definition - What one number means
 * @cssprop --inlay-accent - Colour of controls and links
 * @cssprop --inlay-on-accent - Colour of text on the accent
 * @cssprop --inlay-focus - Colour of the focus ring
 * @cssprop --inlay-text - Colour of text; the page's without
 * @cssprop --inlay-text-muted - Colour of labels and notes
 * @cssprop --inlay-font-family - Font family; the page's without
 * @cssprop --inlay-card-background - Background of cards; none without
 * @cssprop --inlay-card-border - Colour of the hairline around cards
 * @cssprop [--inlay-card-padding=16px] - Padding of cards
 * @cssprop [--inlay-radius=10px] - Radius of cards, and at most that of what is inside
 * @cssprop --inlay-surface - Background of menus, popovers and tooltips
 * @cssprop --inlay-good - Colour of what is good
 * @cssprop --inlay-warning - Colour of what needs attention
 * @cssprop --inlay-poor - Colour of what is poor
 */
export abstract class StatsElement<S extends Slice> extends RequestElement {
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    data: { attribute: false },
    refreshInterval: { type: Number, attribute: 'refresh-interval' },
    heading: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    bare: { type: Boolean, reflect: true },
    locale: {},
  };

  readonly #provided = new Subscription(this, providedContext);
  readonly #page = new PageClient(this);
  readonly #task = new SliceTask<S>(this, () => this.#source);
  readonly #timer = new RefreshTimer(
    this,
    () => this.refreshInterval,
    () => this.refresh(),
  );
  readonly #menu = new ExportMenu(this);
  readonly #definitions = new Definitions(this);
  #registeredWith: Provided | undefined;
  #unregister: (() => void) | undefined;
  #reported: Meta | undefined;
  #retryHadFocus = false;

  /** Whom to ask. Without: the nearest provider's client, else the page's (`configure()`). */
  client?: SliceClient | undefined;
  /** A ready answer. While there is one, nothing is fetched (stories, tests, own data). */
  data?: AnswerOf<S> | undefined;
  /** Seconds between refreshes, at least 10; none: never. Rests while the page is hidden. */
  refreshInterval?: number | undefined;
  /** Heading; empty for none. */
  heading?: string | undefined;
  /** Level of the heading in the page's outline, 1–6. */
  headingLevel = 3;
  /** Without frame and padding, for a host that draws its own. */
  bare = false;
  /** BCP 47 locale of numbers and dates. Without: the closest `lang`, else the browser's. */
  locale?: string | undefined;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** The slice that is shown. */
  protected abstract readonly slice: S;
  /**
   * Of which numbers the reader can be told what they mean, by their place in the answer:
   * `response_insights.response_rate`. None of them defined by the server: none.
   */
  protected abstract readonly metrics: readonly string[];
  /** The query parameter that decides what these numbers are; most are always the same. */
  protected get when(): string | null {
    return null;
  }
  /** The heading when the host gives none, and the name of the element to screen readers. */
  protected abstract readonly defaultHeading: string;
  /** What the element counts, plural and lower case, for "No calls today." */
  protected abstract readonly things: string;

  /** The numbers. */
  protected abstract renderAnswer(answer: AnswerOf<S>): unknown;
  /** The shape of the numbers, of exactly their size. */
  protected abstract renderSkeleton(): unknown;
  /** Legends and controls for the head; drawn unseen while there is no answer, for their size. */
  protected renderActions(_answer: AnswerOf<S> | undefined): unknown {
    return nothing;
  }

  /**
   * What is shown, as a table: "View as table" and "Download CSV" come with it, and the menu that
   * holds them. Without it there is no menu.
   */
  protected exportTable?(answer: AnswerOf<S>, tables: ExportTables): ExportTable;

  /** What is shown beside that table, each a file of its own; none by default. */
  protected furtherTables(_answer: AnswerOf<S>, _tables: ExportTables): readonly FurtherTable[] {
    return [];
  }

  /** What is shown, as a PNG: "Download image" comes with it. */
  protected exportImage?(): Promise<Blob>;

  /** Shows the numbers as a table, or as they were. */
  protected toggleTable(): void {
    void this.#menu.toggleTable();
  }

  /** Whether there is nothing to show, so that a sentence takes the place of the numbers. */
  protected isEmpty(_answer: AnswerOf<S>): boolean {
    return false;
  }

  /** A sentence in place of the range and time in the status line; none by default. */
  protected sentence(_answer: AnswerOf<S>): string {
    return '';
  }

  /** "No calls in the last 7 days. Try a longer range." */
  protected emptySentence(answer: AnswerOf<S>): string {
    const meta = metaOf(answer);
    if (!meta) return statesWords().empty(this.things, null, '');
    return statesWords().empty(this.things, meta.time_range, datesOf(meta, this.language));
  }

  /** What to ask; `undefined` while that is not known. Override to add parameters of a slice. */
  protected query(): QueryOf<S> | undefined {
    if (!this.slice.ranged) return {} as QueryOf<S>;
    const merged = mergeQueries(queryOfProperties(this), this.#provided.value?.query);
    const query = withoutVoidComparison(merged);
    // Every ranged slice takes at least range and filters.
    return hasEmptyFilter(query) ? undefined : (query as QueryOf<S>);
  }

  /** Whom the element asks; nobody while there is no client. */
  protected get reader(): SliceClient | undefined {
    const provided = this.#provided.value?.client;
    const inherited = provided === undefined ? this.#page.value : (provided ?? undefined);
    return this.client ?? inherited;
  }

  /** The state of the slice, for what an element draws by itself. */
  protected get state(): SliceState<AnswerOf<S>> {
    return this.#task.state;
  }

  /** The locale in which to write. */
  protected get language(): string {
    return resolveLocale(this, this.locale);
  }

  /** Asks again, past every cache. Resolves when the answer, or the failure, is there. */
  async refresh(): Promise<void> {
    await this.#task.refresh();
    await this.updateComplete;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#register(undefined);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (this.isConnected) this.#register(this.#provided.value);
    this.#retryHadFocus = this.shadowRoot?.activeElement?.matches('[part~=retry]') ?? false;
  }

  protected override updated(_changed: PropertyValues): void {
    this.#report();
    if (this.#retryHadFocus && !this.shadowRoot?.activeElement) this.#focusCard();
  }

  protected override render(): unknown {
    const { state } = this;
    return html`<div class="container">
      ${this.renderFrame({
        heading: this.#renderHeading(state),
        status: html`<div class="status" part="status">${this.#renderStatus(state)}</div>`,
        actions: this.#renderActions(state),
        body: this.#renderBody(state),
      })}
      <div class="visually-hidden" role="status">${this.#announcement(state)}</div>
    </div>`;
  }

  /** Places the pieces. Override where the head does not stand above the body. */
  protected renderFrame({ heading, status, actions, body }: Frame): TemplateResult {
    return html`<div class="card" part="card" role="group" aria-label=${this.label}>
      <div class="head" part="head">
        <div class="titles">${heading}${status}</div>
        ${actions}
      </div>
      ${body}
    </div>`;
  }

  /** The name of the element to screen readers. */
  protected get label(): string {
    return this.heading || this.defaultHeading;
  }

  readonly #retry = (): void => {
    if (!('pending' in this.state && this.state.pending)) void this.refresh();
  };

  get #headingText(): string {
    return this.heading ?? this.defaultHeading;
  }

  get #source(): SliceSource<S> {
    const { slice, data, reader: client } = this;
    return { slice, data, client, query: this.query() };
  }

  #register(provided: Provided | undefined): void {
    if (provided?.register === this.#registeredWith?.register) return;
    this.#unregister?.();
    this.#registeredWith = provided;
    this.#unregister = provided?.register(this);
  }

  /** Only an answer to the provider's own range tells something of the provider's range. */
  #report(): void {
    const { state } = this;
    if (!('answer' in state) || this.data || queryOfProperties(this).time_range) return;
    const meta = metaOf(state.answer);
    if (!meta || meta === this.#reported) return;
    this.#reported = meta;
    this.#provided.value?.report(meta);
  }

  /** A Retry that vanishes under the focus hands it on, or it would fall back to the page's top. */
  #focusCard(): void {
    const card = this.renderRoot.querySelector<HTMLElement>('[role=group]');
    if (!card) return;
    card.tabIndex = -1;
    card.addEventListener('blur', () => card.removeAttribute('tabindex'), { once: true });
    card.focus();
  }

  #announcement(state: SliceState<AnswerOf<S>>): string {
    return 'error' in state && this.#task.announced ? failureWords(state.error) : '';
  }

  #renderHeading(state: SliceState<AnswerOf<S>>): unknown {
    const text = this.#headingText;
    if (!text) return nothing;
    const level = Math.min(Math.max(Math.trunc(this.headingLevel) || 3, 1), 6);
    return html`<div class="heading-row">
      <div class="heading" part="heading" role="heading" aria-level=${level}>${text}</div>
      ${this.#renderDefinitions(state)}
    </div>`;
  }

  /** Nobody to ask, or nothing that the server defines: no button. */
  #renderDefinitions(state: SliceState<AnswerOf<S>>): unknown {
    const { reader: client, metrics, when, slice, label } = this;
    if (!client || metrics.length === 0 || state.kind === 'denied') return nothing;
    return this.#definitions.render({ client, slice: slice.name, metrics, when, name: label });
  }

  #renderStatus(state: SliceState<AnswerOf<S>>): unknown {
    if (state.kind === 'loading') return html`<span class="bone status-bone"></span>`;
    if (!('answer' in state)) return nothing;
    const { answer, pending } = state;
    const made = metaOf(answer);
    if (!made) return nothing;
    const meta = confirmed(made, this.reader?.confirmedAfterMs(answer) ?? 0);
    return state.kind === 'stale'
      ? staleStatus(meta, this.language, pending, this.#retry)
      : currentStatus(meta, this.language, this.sentence(answer), this.#timer);
  }

  #renderActions(state: SliceState<AnswerOf<S>>): unknown {
    const actions = this.renderActions('answer' in state ? state.answer : undefined);
    const definitions = this.#headingText ? nothing : this.#renderDefinitions(state);
    const menu = this.exportTable ? this.#menu.render(this.#offer(state)) : nothing;
    return html`${actions}${definitions}${menu}`;
  }

  #offer(state: SliceState<AnswerOf<S>>): ExportOffer | undefined {
    if (!this.exportTable || !('answer' in state) || this.isEmpty(state.answer)) return undefined;
    const { answer } = state;
    return {
      name: this.label,
      table: (tables) => this.exportTable?.(answer, tables) as ExportTable,
      further: (tables) => this.furtherTables(answer, tables),
      meta: metaOf(answer),
      image: this.exportImage && (() => this.exportImage?.() as Promise<Blob>),
    };
  }

  #renderBody(state: SliceState<AnswerOf<S>>): TemplateResult {
    const busy = state.kind === 'loading' || ('pending' in state && state.pending);
    return html`<div class="body" part="body" aria-busy=${busy ? 'true' : 'false'}>
      ${this.#renderContent(state)}
    </div>`;
  }

  #renderContent(state: SliceState<AnswerOf<S>>): TemplateResult {
    switch (state.kind) {
      case 'loading':
        return html`<span class="visually-hidden">${statesWords().loading}</span>
          <div class="bones" part="skeleton" aria-hidden="true">${this.renderSkeleton()}</div>`;
      case 'error':
        return this.#inPlace(errorMessage(state.error, state.pending, this.#retry));
      case 'denied':
        return this.#inPlace(deniedMessage());
      case 'ready':
      case 'stale':
        return this.#renderHeld(state.answer, state.pending, this.#offer(state));
    }
  }

  /** The drawing stays beneath its table, which takes its size. */
  #renderHeld(
    answer: AnswerOf<S>,
    pending: boolean,
    offer: ExportOffer | undefined,
  ): TemplateResult {
    if (this.isEmpty(answer)) return this.#inPlace(emptyMessage(this.emptySentence(answer)));
    const table = this.#menu.asTable ? offer : undefined;
    return html`<div
        class="held ${pending ? 'pending' : ''} ${table ? 'ghost' : ''}"
        ?inert=${table !== undefined}
      >
        ${this.renderAnswer(answer)}
      </div>
      ${table ? this.#menu.renderTable(table, this.language, pending) : nothing}`;
  }

  /** A message over the unseen skeleton, whose size it takes. */
  #inPlace(message: TemplateResult): TemplateResult {
    return html`<div class="ghost" aria-hidden="true" inert>${this.renderSkeleton()}</div>
      ${message}`;
  }
}

/** Every answer of a server carries `meta`, which the type of a slice in general does not say. */
function metaOf(answer: unknown): Meta | undefined {
  return (answer as { meta?: Meta }).meta;
}
