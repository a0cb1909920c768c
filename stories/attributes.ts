import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/** Values by attribute. `true` sets it empty; `undefined`, `null` and `false` take it away. */
export type AttributeValues = Readonly<Record<string, unknown>>;

class AttributesDirective extends Directive {
  #names: readonly string[] = [];

  override render(_values: AttributeValues): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [values]: [AttributeValues]): typeof noChange {
    for (const name of this.#names) if (!(name in values)) element.removeAttribute(name);
    for (const [name, value] of Object.entries(values)) {
      if (value == null || value === false) element.removeAttribute(name);
      else element.setAttribute(name, value === true ? '' : String(value));
    }
    this.#names = Object.keys(values);
    return noChange;
  }
}

/** Sets the attributes of the element that it stands in, as a page's markup would. */
export const attributes = directive(AttributesDirective);
