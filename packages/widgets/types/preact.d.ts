import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { ElementMarkup, ElementTag } from '../dist/markup.js';

type Own<Tag extends ElementTag> = ElementMarkup[Tag]['attributes'] &
  ElementMarkup[Tag]['properties'];

type Handlers<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

/** The elements in JSX: attributes, properties, and `oninlay-…` for their events. */
type Elements = {
  [Tag in ElementTag]: Own<Tag> &
    Handlers<ElementMarkup[Tag]['events']> &
    ClassAttributes<ElementMarkup[Tag]['element']> &
    Omit<HTMLAttributes<ElementMarkup[Tag]['element']>, keyof Own<Tag>>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
