import type { JSX } from 'solid-js';
import type { ElementMarkup, ElementTag } from '../dist/markup.js';

type Prefixed<Prefix extends string, Values> = {
  [Name in keyof Values & string as `${Prefix}:${Name}`]?: Values[Name];
};

type Handlers<Events> = {
  [Name in keyof Events & string as `on:${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

type Own<Tag extends ElementTag> = ElementMarkup[Tag]['attributes'] &
  ElementMarkup[Tag]['properties'];

/** The elements in JSX: attributes and properties, and `on:inlay-…` for their events. */
type Elements = {
  [Tag in ElementTag]: Own<Tag> &
    Prefixed<'attr', ElementMarkup[Tag]['attributes']> &
    Prefixed<'prop', ElementMarkup[Tag]['properties']> &
    Handlers<ElementMarkup[Tag]['events']> &
    Omit<JSX.HTMLAttributes<ElementMarkup[Tag]['element']>, keyof Own<Tag>>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
