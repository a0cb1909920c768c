import {
  html,
  nothing,
  type CSSResultGroup,
  type TemplateResult,
  type PropertyDeclarations,
} from 'lit';
import { StatsProvider } from '../provider/stats-provider.js';
import { blockStyles, frameStyles } from '../shared/card.styles.js';
import { RefreshTimer } from '../shared/refresh-timer.js';
import { deniedMessage } from '../shared/states.js';
import { pauseButton } from '../shared/status-line.js';
import { tokens } from '../shared/tokens.js';
import { place } from './place.js';
import { dashboardWords } from './stats-dashboard.words.js';
import { styles } from './stats-dashboard.styles.js';

/**
 * Everything on one page: time range and quick actions, figures of calls and messages, response
 * times, activity, heatmaps, recent calls, text agent, plans, AI, recent activity, to-dos and
 * channels. It asks as a `<stats-provider>` does, with a client of its own or that of a provider
 * around it; every section fills by itself and keeps its place meanwhile. It lays out by its own
 * width. A reader whose `permissions` and `role` allow no dashboard sees one card, and nothing is
 * sent.
 *
 * @summary The whole dashboard
 * @slot header - Controls of the host, before the time range. They inherit the dashboard's type
 * @fires {CustomEvent<{ error: StatsError | TypeError }>} inlay-error - A section could not be
 *   loaded, or `base-url` cannot be asked
 * @fires {CustomEvent<CallNavigation | ActivityNavigation | UnansweredNavigation | QuickActionNavigation>} inlay-navigate
 *   - A link or an action was chosen, as the sections say it. Cancelable
 * @fires {CustomEvent<BucketSelection | HourSelection | ChannelSelection>} inlay-select - A bar,
 *   cell or channel was chosen, as the sections say it
 * @fires {CustomEvent<RangeChange>} inlay-range-change - The reader chose a range. Cancelable:
 *   prevented, it is not taken
 * @csspart header - Heading, quick actions and time range
 * @csspart heading - The dashboard's heading, and those of the sections
 * @csspart card - The frame of a section, and the card in place of them all
 * @csspart pause - The button that pauses updates
 * @cssprop --inlay-gap - Space between cards
 * @example
 * ```html
 * <stats-dashboard base-url="https://stats.example.com" heading="Statistics"></stats-dashboard>
 * ```
 */
export class StatsDashboard extends StatsProvider {
  static override properties: PropertyDeclarations = {
    heading: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    refreshInterval: { type: Number, attribute: 'refresh-interval' },
    locale: {},
    contactHref: { attribute: 'contact-href' },
    callHref: { attribute: 'call-href' },
    messageHref: { attribute: 'message-href' },
    unansweredHref: { attribute: 'unanswered-href' },
    addPhoneHref: { attribute: 'add-phone-href' },
    createAgentHref: { attribute: 'create-agent-href' },
    uploadDocumentHref: { attribute: 'upload-document-href' },
    actions: {},
  };

  static override styles: CSSResultGroup = [tokens, blockStyles, frameStyles, styles];

  readonly #timer = new RefreshTimer(
    this,
    () => (this.denied ? undefined : this.refreshInterval),
    () => this.refresh(),
  );

  /** Heading; none if not given. */
  heading?: string | undefined;
  /** Level of the heading in the page's outline, 1–5; the sections' are one below. */
  headingLevel = 2;
  /** Seconds between refreshes, at least 10; none: never. Rests while the page is hidden. */
  refreshInterval?: number | undefined;
  /** BCP 47 locale of numbers and dates. Without: the closest `lang`, else the browser's. */
  locale?: string | undefined;
  /** Where a contact is shown: a URL template with the contact's `{id}`. */
  contactHref?: string | undefined;
  /** Where a call is shown: a URL template with the call's `{id}`. */
  callHref?: string | undefined;
  /** Where a message is shown: a URL template with the message's `{id}`. */
  messageHref?: string | undefined;
  /** Where the unanswered count leads: may name `{from}`, `{to}` and `{time_range}`. */
  unansweredHref?: string | undefined;
  /** Where a phone number is added. */
  addPhoneHref?: string | undefined;
  /** Where an agent is created. */
  createAgentHref?: string | undefined;
  /** Where a document is uploaded. */
  uploadDocumentHref?: string | undefined;
  /** Which quick actions there are: see `<quick-actions>`. Empty for none. */
  actions?: string | undefined;

  protected override render(): TemplateResult {
    if (this.denied) {
      return html`<div class="container">
        <div class="card" part="card" role="group" aria-label=${this.#label}>
          ${deniedMessage()}
        </div>
      </div>`;
    }
    return html`<div class="container">
      <div class="dashboard" role="group" aria-label=${this.#label}>
        ${this.#renderHeader()}${this.#renderTraffic()}${this.#renderHours()}${this.#renderAgents()}
        ${this.#renderEngagement()}
      </div>
    </div>`;
  }

  get #label(): string {
    return this.heading || dashboardWords().label;
  }

  get #level(): number {
    return Math.min(Math.max(Math.trunc(this.headingLevel) || 2, 1), 5);
  }

  /** What every section is told. */
  get #common(): { locale: string | undefined; headingLevel: number } {
    return { locale: this.locale, headingLevel: this.#level + 1 };
  }

  #renderHeader(): TemplateResult {
    const { actions, addPhoneHref, createAgentHref, uploadDocumentHref, heading, locale } = this;
    return html`<div class=${heading ? 'header titled' : 'header'} part="header">
      ${
        heading
          ? html`<div class="title" part="heading" role="heading" aria-level=${this.#level}>
              ${heading}
            </div>`
          : nothing
      }
      <div class="tools">
        <slot name="header"></slot>
        ${this.#timer.active ? pauseButton(this.#timer) : nothing}
        ${place('time-range-selector', { locale })}
      </div>
      ${place('quick-actions', { actions, addPhoneHref, createAgentHref, uploadDocumentHref })}
    </div>`;
  }

  #renderTraffic(): TemplateResult {
    const { unansweredHref } = this;
    return html`${place('kpi-cards', this.#common)} ${place('messaging-kpi-cards', this.#common)}
    ${place('response-insights', { ...this.#common, unansweredHref })}
    ${place('call-activity-chart', this.#common)} ${place('message-activity-chart', this.#common)}`;
  }

  #renderHours(): TemplateResult {
    const { contactHref, callHref } = this;
    return html`${place('dash-heatmap', { ...this.#common, source: 'calls' }, 'call-heatmap')}
    ${place('dash-heatmap', { ...this.#common, source: 'messages' }, 'message-heatmap')}
    ${place('recent-calls', { ...this.#common, contactHref, callHref })}`;
  }

  #renderAgents(): TemplateResult {
    return html`<div class="agents">
      ${place('text-agent-performance', this.#common)} ${place('plan-metrics', this.#common)}
      ${place('ai-usage-overview', this.#common)} ${place('ai-message-origin', this.#common)}
    </div>`;
  }

  #renderEngagement(): TemplateResult {
    const { contactHref, callHref, messageHref } = this;
    return html`${place('recent-activity-feed', {
        ...this.#common,
        contactHref,
        callHref,
        messageHref,
      })}
      <div class="aside">
        ${place('todo-status', this.#common)} ${place('channel-donut', this.#common)}
      </div>`;
  }
}
