import { noChange } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';

/** An element of a template, while it is in the page. */
export class ElementRef<E extends Element = HTMLElement> {
  #element: E | undefined;

  get value(): E | undefined {
    return this.#element?.isConnected ? this.#element : undefined;
  }

  set value(element: E | undefined) {
    this.#element = element;
  }
}

class RefDirective extends Directive {
  override render(_: ElementRef): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [ref]: [ElementRef]): unknown {
    ref.value = element as HTMLElement;
    return noChange;
  }
}

/**
 * Remembers an element of a template: `<div ${ref(this.#box)}>`. Lit's own directive of the name
 * also tells when the element goes, for which it carries twice as much.
 */
export const ref = directive(RefDirective);
