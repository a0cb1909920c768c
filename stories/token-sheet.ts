import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { channelTokens } from '../packages/widgets/src/shared/channel-tokens.js';
import { tokens } from '../packages/widgets/src/shared/tokens.js';

/** One token as the stylesheet declares it. */
interface Token {
  /** `_muted` */
  readonly name: string;
  /** The property that a host may set, if there is one. */
  readonly property: string | undefined;
  /** What it is when the host sets nothing. */
  readonly initial: string;
}

export type TokenGroup = 'neutrals' | 'accents' | 'grades' | 'data' | 'sizes';

const groups: Readonly<Record<Exclude<TokenGroup, 'sizes'>, readonly string[]>> = {
  neutrals: [
    ...['text', 'muted', 'border', 'border-control', 'border-strong', 'hairline', 'gridline'],
    ...['zero-line', 'hover', 'active', 'track', 'skeleton', 'card', 'surface'],
  ],
  accents: ['accent', 'on-accent', 'focus'],
  grades: ['good', 'warning', 'poor'],
  data: ['calls', 'sms', 'email', 'other'],
};

/** Draws the tokens of a group as the elements' own stylesheet has them. */
export class TokenSheet extends LitElement {
  static override properties = { group: {} };
  static override styles = [
    tokens,
    channelTokens,
    css`
      :host {
        display: block;
      }

      table {
        border-spacing: 0;
        inline-size: 100%;
      }

      th {
        color: var(--_muted);
        font-size: var(--_size-label);
        font-weight: 400;
        text-align: start;
      }

      th,
      td {
        border-block-end: 1px solid var(--_hairline);
        padding: 8px 12px 8px 0;
      }

      td:first-child {
        inline-size: 88px;
      }

      code {
        font:
          12px ui-monospace,
          monospace;
      }

      .swatch {
        block-size: 28px;
        border: 1px solid var(--_hairline);
        border-radius: 6px;
        display: block;
        inline-size: 72px;
      }

      .bar {
        background: var(--_accent);
        block-size: 12px;
        display: block;
      }
    `,
  ];

  declare group: TokenGroup;

  protected override render(): TemplateResult {
    return html`<div class="container">
      <table>
        <thead>
          <tr>
            <th scope="col">Sample</th>
            <th scope="col">For</th>
            <th scope="col">Set by the host</th>
            <th scope="col">Otherwise</th>
          </tr>
        </thead>
        <tbody>
          ${tokensOf(this.group).map((token) => this.#row(token))}
        </tbody>
      </table>
    </div>`;
  }

  #row({ name, property, initial }: Token): TemplateResult {
    return html`<tr>
      <td>${this.#sample(name)}</td>
      <td>${name.replaceAll('-', ' ')}</td>
      <td>${property ? html`<code>${property}</code>` : nothing}</td>
      <td><code>${initial}</code></td>
    </tr>`;
  }

  #sample(name: string): TemplateResult {
    const value = `var(--_${name})`;
    if (this.group !== 'sizes')
      return html`<span class="swatch" style="background: ${value}"></span>`;
    if (name.startsWith('size')) return html`<span style="font-size: ${value}">Ag 123</span>`;
    if (name.startsWith('weight')) return html`<span style="font-weight: ${value}">Ag 123</span>`;
    if (name.startsWith('radius')) {
      return html`<span class="swatch" style="border: 1px solid; border-radius: ${value}"></span>`;
    }
    return html`<span class="bar" style="inline-size: ${value}"></span>`;
  }
}

customElements.define('story-tokens', TokenSheet);

const isSize = /^(size|weight|space|card-padding|radius)/;

function tokensOf(group: TokenGroup): Token[] {
  const all = declared();
  if (group === 'sizes') return all.filter(({ name }) => isSize.test(name));
  return groups[group].flatMap((wanted) => all.filter(({ name }) => name === wanted));
}

/** Every token, in the order of the stylesheets; of several declarations the first. */
function declared(): Token[] {
  const found = new Map<string, Token>();
  const css = `${tokens.cssText}${channelTokens.cssText}`;
  for (const [, name = '', value = ''] of css.matchAll(/--_([a-z0-9-]+):([^;]+);/g)) {
    if (!found.has(name)) found.set(name, { name, ...read(value.replace(/\s+/g, ' ').trim()) });
  }
  return [...found.values()];
}

function read(value: string): Omit<Token, 'name'> {
  const set = /^var\( ?(--inlay-[a-z-]+), ?(.*?) ?\)$/.exec(value);
  return { property: set?.[1], initial: inWords(set?.[2] ?? value) };
}

/** `color-mix(in srgb, currentColor 12%, transparent)` → `text colour at 12 %`. */
function inWords(value: string): string {
  return value
    .replaceAll(
      /color-mix\( ?in srgb, currentColor (\d+)%, transparent ?\)/g,
      'text colour at $1 %',
    )
    .replaceAll(/light-dark\(([^,]+), ([^)]+)\)/g, '$1 light, $2 dark')
    .replaceAll(/color-mix\( ?in oklab, (.+?) (\d+)%, currentColor ?\)/g, '$1, $2 % of it')
    .replace(/^currentColor$/, 'text colour');
}
