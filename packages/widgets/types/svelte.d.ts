import type { HTMLAttributes } from 'svelte/elements';
import type { ElementMarkup, ElementTag } from '../dist/markup.js';

type Own<Tag extends ElementTag> = ElementMarkup[Tag]['attributes'] &
  ElementMarkup[Tag]['properties'];

type Handlers<Events> = {
  [Name in keyof Events & string as `on${Name}` | `on:${Name}`]?:
    ((event: Events[Name]) => void) | undefined;
};

/** The elements in templates: attributes, properties, and `oninlay-…` for their events. */
type Elements = {
  [Tag in ElementTag]: Own<Tag> &
    Handlers<ElementMarkup[Tag]['events']> &
    Omit<HTMLAttributes<ElementMarkup[Tag]['element']>, keyof Own<Tag>>;
};

declare global {
  namespace svelteHTML {
    interface IntrinsicElements extends Elements {}
  }
}

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
