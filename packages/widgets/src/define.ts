import { elements } from './elements.js';
import { define } from './shared/define.js';

/**
 * Defines every element. A tag that is taken stays as it is, so calling twice, or beside another
 * copy of the library, does no harm.
 * @param options.prefix Stands before every tag, for a page that uses one of them for something
 *   else: `acme-` makes `<acme-kpi-cards>`
 * @throws SyntaxError when tags with the prefix are no names of custom elements
 */
export function defineAll({ prefix = '' }: { prefix?: string } = {}): void {
  if (!/^([a-z][a-z0-9._-]*)?$/.test(prefix)) {
    throw new SyntaxError(
      `prefix is ${JSON.stringify(prefix)}; allowed are a lower-case letter and then a–z, 0–9, ".", "_" and "-"`,
    );
  }
  for (const [tag, element] of Object.entries(elements)) define(`${prefix}${tag}`, element);
}
