/**
 * Defines an element, unless the tag is taken: the library may be loaded twice, and a host's own
 * element of the name stays. A class that has a tag already is defined as a subclass of itself.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag)) return;
  const fresh = customElements.getName(element) === null;
  customElements.define(tag, fresh ? element : class extends element {});
}
