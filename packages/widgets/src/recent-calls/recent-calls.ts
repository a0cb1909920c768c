import { stats, type AnswerOf, type CallRow, type Meta } from '@inlay/sdk/contract';
import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
  type PropertyDeclarations,
} from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { addStyles } from '../shared/add-styles.js';
import { partsOnDemand } from '../shared/parts-on-demand.js';
import { notLoadedMessage } from '../shared/states.js';
import { cardStyles } from '../shared/card.styles.js';
import type { ExportTable, ExportTables } from '../shared/export-table.js';
import { formatAgo } from '../shared/format.js';
import { icons } from '../shared/icons.js';
import { announceNavigation, expandUrl } from '../shared/links.js';
import { MinuteTick } from '../shared/minute-tick.js';
import { contactName } from '../shared/people.js';
import { StatsElement } from '../shared/stats-element.js';
import { tokens } from '../shared/tokens.js';
import { recentCallsWords, recordingWords } from './recent-calls.words.js';
import { DataTable, tableSkeleton } from '../views/data-table/data-table.js';
import { dataTableStyles } from '../views/data-table/data-table.styles.js';
import { statusBadgeStyles } from '../views/status-badge/status-badge.styles.js';
import { callColumns } from './call-columns.js';
import type { playerStrip } from './player-strip.js';
import { styles } from './recent-calls.styles.js';
import { RecordingPlayer } from './recording-player.js';

type Stats = AnswerOf<typeof stats>;

/** How many the server gives. */
const most = 10;

/** `detail` of `inlay-navigate` of recent calls. */
export interface CallNavigation {
  target: 'contact' | 'call';
  href: string;
  /** Of the contact or the call. */
  id: string;
}

/**
 * The newest calls of a range: contact, direction, status, member, talk time, how long ago, and the
 * recording, which plays in its row. Nothing of a recording is asked for or loaded before Play; then
 * the client's `resolveRecording` says where it is. One recording plays at a time on a page.
 *
 * @summary Recent calls
 * @fires {CustomEvent<CallNavigation>} inlay-navigate - A link was followed. Cancelable: prevented,
 *   the browser does not follow the link
 * @csspart table - The table
 * @csspart row - A row
 * @csspart contact-link - A contact as a link
 * @csspart call-link - A call's time as a link
 * @csspart status-badge - A call's status
 * @csspart play - The button that plays and pauses
 * @csspart player - The open player
 * @csspart slider - Its slider
 * @csspart player-error - Why a recording does not play
 * @csspart player-retry - The button that tries again
 * @csspart close-player - The button that closes the player
 * @example
 * ```html
 * <recent-calls contact-href="/contacts/{id}" call-href="/calls/{id}"></recent-calls>
 * ```
 */
export class RecentCalls extends StatsElement<typeof stats> {
  static override properties: PropertyDeclarations = {
    contactHref: { attribute: 'contact-href' },
    callHref: { attribute: 'call-href' },
    rows: { type: Number },
  };

  static override styles: CSSResultGroup = [
    tokens,
    cardStyles,
    dataTableStyles,
    statusBadgeStyles,
    styles,
  ];

  readonly #table = new DataTable<CallRow>(this);
  readonly #player = new RecordingPlayer(this, (call, { signal }) =>
    this.reader ? this.reader.resolveRecording(call, { signal }) : ownRecording(call),
  );

  /** Where a contact is shown: a URL template with the contact's `{id}`. */
  contactHref?: string | undefined;
  /** Where a call is shown: a URL template with the call's `{id}`, and `{contact_id}`. */
  callHref?: string | undefined;
  /** How many rows are shown, 1–10. */
  rows = most;

  #strip: typeof playerStrip | undefined;

  protected readonly slice = stats;
  protected readonly metrics: readonly string[] = [];

  constructor() {
    super();
    new MinuteTick(this);
  }

  protected get defaultHeading(): string {
    return recentCallsWords().heading;
  }

  protected get things(): string {
    return recentCallsWords().things;
  }

  protected override isEmpty({ recent_calls }: Stats): boolean {
    return recent_calls.length === 0;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#closeOrphan();
  }

  protected renderAnswer(answer: Stats): TemplateResult {
    return html`<div class="stack">
      <div class="ghost" aria-hidden="true" inert>${this.renderSkeleton()}</div>
      ${this.#table.render({
        columns: this.#columns(answer.meta),
        rows: this.#shown(answer),
        each: (calls, draw) => repeat(calls, ({ id }) => id, draw),
        label: this.label,
        limit: most,
        locale: this.language,
        below: (call) => this.#renderPlayer(call),
        variant: 'calls',
      })}
    </div>`;
  }

  protected renderSkeleton(): TemplateResult {
    return tableSkeleton(this.#columns(undefined), this.#rows, 'calls');
  }

  protected override exportTable(answer: Stats, { callsTable }: ExportTables): ExportTable {
    return callsTable(this.#shown(answer), answer.meta.timezone, this.language);
  }

  get #rows(): number {
    return Math.min(Math.max(1, Math.trunc(this.rows) || most), most);
  }

  #shown({ recent_calls }: Stats): readonly CallRow[] {
    return recent_calls.slice(0, this.#rows);
  }

  /** A recording of a call that is no longer shown, perhaps of another reader, is not heard on. */
  #closeOrphan(): void {
    const { state } = this;
    const { callId } = this.#player;
    if (callId === undefined) return;
    const shown = 'answer' in state ? this.#shown(state.answer) : [];
    if (!shown.some(({ id }) => id === callId)) this.#player.close();
  }

  #columns(meta: Meta | undefined): ReturnType<typeof callColumns> {
    return callColumns(
      {
        contact: (call, name) => this.#renderContact(call, name),
        when: (call, time) => this.#renderWhen(call, time),
        recording: (call) => this.#renderPlay(call, meta?.timezone ?? 'UTC'),
      },
      meta?.timezone ?? 'UTC',
      this.language,
    );
  }

  #renderContact({ contact_id }: CallRow, name: string): unknown {
    const href = expandUrl(this.contactHref, { id: contact_id, contact_id });
    if (href === undefined || contact_id === null) return name;
    return this.#link({ target: 'contact', href, id: contact_id }, 'contact-link', name);
  }

  #renderWhen(call: CallRow, time: TemplateResult): unknown {
    const { id, contact_id } = call;
    const href = expandUrl(this.callHref, { id, contact_id });
    if (href === undefined) return time;
    const about = recentCallsWords().openCall(contactName(call));
    return this.#link(
      { target: 'call', href, id },
      'call-link',
      html`${time}<span class="visually-hidden">, ${about}</span>`,
    );
  }

  #link(detail: CallNavigation, part: string, content: unknown): TemplateResult {
    const announce = (event: MouseEvent) => announceNavigation(this, event, { ...detail });
    return html`<a class="link" part=${part} href=${detail.href} @click=${announce}>${content}</a>`;
  }

  #renderPlay(call: CallRow, timeZone: string): unknown {
    if (call.recording_url === null) {
      return html`<span class="visually-hidden">${recentCallsWords().noRecording}</span>`;
    }
    const text = recordingWords();
    const open = this.#player.callId === call.id;
    const playing = open && this.#player.playback?.kind === 'playing';
    const when = formatAgo(call.started_at, Date.now(), timeZone, this.language);
    const label = (playing ? text.pause : text.play)(contactName(call), when);
    return html`<button
      class="button text square play"
      part="button play"
      type="button"
      aria-label=${label}
      title=${label}
      aria-expanded=${open ? 'true' : 'false'}
      @click=${() => this.#toggle(call)}
    >
      ${playing ? icons.pause : icons.play}
    </button>`;
  }

  #toggle(call: CallRow): void {
    void this.#loadStrip();
    void this.#player.toggle(call);
  }

  /** Without it a recording is heard all the same, and paused by its button. */
  async #loadStrip(): Promise<void> {
    if (this.#strip && this.#strip !== notLoadedMessage) return;
    const parts = await partsOnDemand(this);
    if (parts) addStyles(this.shadowRoot, [parts.playerStripStyles]);
    this.#strip = parts?.playerStrip ?? notLoadedMessage;
    this.requestUpdate();
  }

  #renderPlayer(call: CallRow): unknown {
    if (this.#player.callId !== call.id || !this.#strip) return nothing;
    return this.#strip(this.#player, {
      contact: contactName(call),
      locale: this.language,
      retry: () => void this.#player.toggle(call),
      close: () => this.#closePlayer(call),
    });
  }

  /** The focus goes back to where the player came from. */
  #closePlayer({ id }: CallRow): void {
    const opener = this.renderRoot.querySelector<HTMLElement>('.play[aria-expanded=true]');
    if (this.#player.callId === id) this.#player.close();
    opener?.focus();
  }
}

/** Without a client, what the call says itself, if it is a URL of the web. */
async function ownRecording({ recording_url }: CallRow): Promise<string | null> {
  return recording_url !== null && /^https?:\/\//i.test(recording_url) ? recording_url : null;
}
