import { engagementStats, type Activity, type AnswerOf, type Meta } from '@inlay/sdk/contract';
import { html, type CSSResultGroup, type TemplateResult, type PropertyDeclarations } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { cardStyles } from '../shared/card.styles.js';
import { channelTokens } from '../shared/channel-tokens.js';
import type { ExportTable, ExportTables } from '../shared/export-table.js';
import { announceNavigation, askToNavigate, expandUrl } from '../shared/links.js';
import { MinuteTick } from '../shared/minute-tick.js';
import { contactName } from '../shared/people.js';
import { StatsElement } from '../shared/stats-element.js';
import { tokens } from '../shared/tokens.js';
import { statusWords } from './activity-status.js';
import { activityFeedWords } from './recent-activity-feed.words.js';
import { directionsWords } from '../shared/calls.words.js';
import { ago } from '../views/ago/ago.js';
import { channelIcon } from '../views/channel-icon/channel-icon.js';
import { channelIconStyles } from '../views/channel-icon/channel-icon.styles.js';
import { styles } from './recent-activity-feed.styles.js';

type Engagement = AnswerOf<typeof engagementStats>;

/** How many the server gives. */
const most = 10;

/** `detail` of `inlay-navigate` of a feed. */
export interface ActivityNavigation {
  /** What the row leads to. */
  target: 'call' | 'message' | 'contact';
  /** Where it leads; `null` where the host gave no template for it. */
  href: string | null;
  /** Of the call or the message. */
  id: string;
  contact_id: string | null;
}

/**
 * The newest calls and messages of a range together, newest first: channel, contact, what happened
 * and how long ago. A row leads to the call or message, else to its contact, by the host's URL
 * templates; without one it is a button that asks the host.
 *
 * @summary Recent activity
 * @fires {CustomEvent<ActivityNavigation>} inlay-navigate - A row was chosen. Cancelable: prevented,
 *   the browser does not follow the link
 * @csspart feed - The list
 * @csspart activity - A row, as link or button
 * @example
 * ```html
 * <recent-activity-feed contact-href="/contacts/{id}" rows="5"></recent-activity-feed>
 * ```
 */
export class RecentActivityFeed extends StatsElement<typeof engagementStats> {
  static override properties: PropertyDeclarations = {
    callHref: { attribute: 'call-href' },
    messageHref: { attribute: 'message-href' },
    contactHref: { attribute: 'contact-href' },
    rows: { type: Number },
  };

  static override styles: CSSResultGroup = [
    tokens,
    channelTokens,
    cardStyles,
    channelIconStyles,
    styles,
  ];

  /** Where a call is shown: a URL template with the call's `{id}`, and `{contact_id}`. */
  callHref?: string | undefined;
  /** Where a message is shown: a URL template with the message's `{id}`, and `{contact_id}`. */
  messageHref?: string | undefined;
  /** Where a contact is shown: a URL template with the contact's `{id}`. */
  contactHref?: string | undefined;
  /** How many rows are shown, 1–10. */
  rows = most;

  protected readonly slice = engagementStats;
  protected readonly metrics = ['recent_activities'];

  constructor() {
    super();
    new MinuteTick(this);
  }

  protected get defaultHeading(): string {
    return activityFeedWords().heading;
  }

  protected get things(): string {
    return activityFeedWords().things;
  }

  protected override isEmpty({ recent_activities }: Engagement): boolean {
    return recent_activities.length === 0;
  }

  protected renderAnswer(answer: Engagement): TemplateResult {
    return html`<div class="stack">
      <div class="ghost" aria-hidden="true" inert>${this.renderSkeleton()}</div>
      <ul class="feed" part="feed" aria-label=${this.label}>
        ${repeat(
          this.#shown(answer),
          ({ activity_type, id }) => `${activity_type} ${id}`,
          (activity) => html`<li>${this.#renderRow(activity, answer.meta)}</li>`,
        )}
      </ul>
    </div>`;
  }

  protected renderSkeleton(): TemplateResult {
    const row = html`<li>
      <span class="activity">
        <span class="bone disc"></span>
        <span class="what"
          ><span class="bone name-bone"></span><span class="bone line-bone"></span
        ></span>
        <span class="bone ago-bone"></span>
      </span>
    </li>`;
    return html`<ul class="feed">
      ${Array.from({ length: this.#rows }, () => row)}
    </ul>`;
  }

  protected override exportTable(
    answer: Engagement,
    { activitiesTable }: ExportTables,
  ): ExportTable {
    return activitiesTable(this.#shown(answer), answer.meta.timezone, this.language);
  }

  get #rows(): number {
    return Math.min(Math.max(1, Math.trunc(this.rows) || most), most);
  }

  #shown({ recent_activities }: Engagement): readonly Activity[] {
    return recent_activities.slice(0, this.#rows);
  }

  #renderRow(activity: Activity, { timezone }: Meta): TemplateResult {
    const { target, href, ...ids } = this.#navigation(activity);
    const content = html`${channelIcon(activity.channel)}
      <span class="what"
        ><bdi class="name">${contactName(activity)}</bdi>
        <span class="line">${sentence(activity)}</span></span
      >
      ${ago(activity.created_at, timezone, this.language)}`;
    if (href === null) {
      const ask = () => askToNavigate(this, { target, href, ...ids });
      return html`<button class="activity" part="activity" type="button" @click=${ask}>
        ${content}
      </button>`;
    }
    const announce = (event: MouseEvent) =>
      announceNavigation(this, event, { target, href, ...ids });
    return html`<a class="activity" part="activity" href=${href} @click=${announce}>${content}</a>`;
  }

  /** To the call or message itself, else to its contact, else to wherever the host knows. */
  #navigation({ activity_type, id, contact_id }: Activity): ActivityNavigation {
    const template = activity_type === 'call' ? this.callHref : this.messageHref;
    const own = expandUrl(template, { id, contact_id });
    if (own !== undefined) return { target: activity_type, href: own, id, contact_id };
    const contact = expandUrl(this.contactHref, { id: contact_id, contact_id });
    return contact === undefined
      ? { target: activity_type, href: null, id, contact_id }
      : { target: 'contact', href: contact, id, contact_id };
  }
}

/** "Inbound call, completed" */
function sentence({ direction, channel, status }: Activity): string {
  const { line, channels } = activityFeedWords();
  return line(directionsWords()[direction], channels[channel], statusWords(status));
}
