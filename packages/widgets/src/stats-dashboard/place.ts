import { directive, Directive, type DirectiveResult } from 'lit/directive.js';
import { ensureDefined } from '../shared/define.js';
import { sections, type SectionOf, type SectionTag } from './sections.js';

/** Parts of a section that a page may style through the dashboard. */
const sharedParts = 'card, frame, heading, status, body, message, kpi, figure, table, row';

class PlaceDirective extends Directive {
  #element: HTMLElement | undefined;

  override render(tag: SectionTag, part: string, properties: object): HTMLElement {
    this.#element ??= create(tag, part);
    return Object.assign(this.#element, properties);
  }
}

/**
 * Made from its class, whatever tag the page gave it: prefixed tags, and a tag that the page uses
 * for something else, make no difference.
 */
function create(tag: SectionTag, part: string): HTMLElement {
  const section = sections[tag];
  ensureDefined(tag, section);
  const element = new section();
  element.className = part;
  element.setAttribute('part', part);
  element.setAttribute('exportparts', sharedParts);
  return element;
}

const placeDirective = directive(PlaceDirective);

/** A section of the dashboard with its properties; `part` names it, its tag if not given. */
export function place<Tag extends SectionTag>(
  tag: Tag,
  properties: Partial<SectionOf<Tag>> = {},
  part: string = tag,
): DirectiveResult {
  return placeDirective(tag, part, properties);
}
