import { html, LitElement, svg, type TemplateResult, type PropertyDeclarations } from 'lit';
import { blockStyles, frameStyles } from '../shared/card.styles.js';
import { announceNavigation, askToNavigate, safeUrl } from '../shared/links.js';
import { tokens } from '../shared/tokens.js';
import { quickActionsWords } from './quick-actions.words.js';
import { styles } from './quick-actions.styles.js';

const icons = {
  'add-phone': svg`<path d="M3.2 2.5h2.1l1.2 3-1.5 1.1a7.5 7.5 0 0 0 4.4 4.4l1.1-1.5 3 1.2v2.1c0 .7-.6 1.2-1.2 1.2C7 14 2 9 2 3.7c0-.6.5-1.2 1.2-1.2Z"></path>
    <path d="M11.5 1.5v5M9 4h5"></path>`,
  'create-agent': svg`<rect x="2.75" y="5.5" width="10.5" height="8" rx="2"></rect>
    <path d="M8 5.5v-3M6 9v1.25M10 9v1.25M1 9v1.5M15 9v1.5"></path><circle cx="8" cy="2" r="0.5"></circle>`,
  'upload-document': svg`<path d="M9 1.75H4.25A1.25 1.25 0 0 0 3 3v10c0 .7.55 1.25 1.25 1.25h7.5c.7 0 1.25-.55 1.25-1.25V5.75Z"></path>
    <path d="M9 1.75v4h4M8 12V8.25M6.25 9.75 8 8l1.75 1.75"></path>`,
};

/** What a quick action does. */
export type QuickAction = keyof typeof icons;

const everyAction = Object.keys(icons) as QuickAction[];

/** `detail` of `inlay-navigate` of quick actions. */
export interface QuickActionNavigation {
  target: QuickAction;
  /** Where it leads; `null` where the host gave no address. */
  href: string | null;
}

/**
 * Shortcuts of a CRM: add a phone number, create an agent, upload a document. Each is a link where
 * the host gives its address, else a button that asks the host.
 *
 * @summary Quick actions
 * @fires {CustomEvent<QuickActionNavigation>} inlay-navigate - An action was chosen. Cancelable:
 *   prevented, the browser does not follow the link
 * @csspart actions - The row of actions
 * @csspart action - An action; also by its name, such as `add-phone`
 * @example
 * ```html
 * <quick-actions actions="add-phone upload-document" add-phone-href="/phones/new"></quick-actions>
 * ```
 */
export class QuickActions extends LitElement {
  static override properties: PropertyDeclarations = {
    actions: {},
    addPhoneHref: { attribute: 'add-phone-href' },
    createAgentHref: { attribute: 'create-agent-href' },
    uploadDocumentHref: { attribute: 'upload-document-href' },
  };

  static override styles = [tokens, blockStyles, frameStyles, styles];

  /**
   * Which actions there are, in their order, separated by spaces or commas: `add-phone`,
   * `create-agent`, `upload-document`. Without: all three. Other names are left out.
   */
  actions?: string | undefined;
  /** Where a phone number is added. Only http, https, mailto, tel and relative URLs. */
  addPhoneHref?: string | undefined;
  /** Where an agent is created. */
  createAgentHref?: string | undefined;
  /** Where a document is uploaded. */
  uploadDocumentHref?: string | undefined;

  protected override render(): TemplateResult {
    return html`<div class="container">
      <div class="actions" part="actions" role="group" aria-label=${quickActionsWords().label}>
        ${this.#chosen.map((action) => this.#renderAction(action))}
      </div>
    </div>`;
  }

  get #chosen(): QuickAction[] {
    if (this.actions == null) return everyAction;
    const names = new Set(this.actions.split(/[\s,]+/));
    return [...names].filter((name): name is QuickAction => Object.hasOwn(icons, name));
  }

  #hrefOf(action: QuickAction): string | undefined {
    const hrefs: Record<QuickAction, string | undefined> = {
      'add-phone': this.addPhoneHref,
      'create-agent': this.createAgentHref,
      'upload-document': this.uploadDocumentHref,
    };
    return safeUrl(hrefs[action]);
  }

  #renderAction(action: QuickAction): TemplateResult {
    const href = this.#hrefOf(action);
    const content = html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
        ${icons[action]}</svg
      ><span>${quickActionsWords().actions[action]}</span>`;
    if (href === undefined) {
      const detail: QuickActionNavigation = { target: action, href: null };
      const ask = () => askToNavigate(this, { ...detail });
      return html`<button
        class="button action"
        part="button action ${action}"
        type="button"
        @click=${ask}
      >
        ${content}
      </button>`;
    }
    const detail = { target: action, href } satisfies QuickActionNavigation;
    const announce = (event: MouseEvent) => announceNavigation(this, event, detail);
    return html`<a
      class="button action"
      part="button action ${action}"
      href=${href}
      @click=${announce}
    >
      ${content}
    </a>`;
  }
}
