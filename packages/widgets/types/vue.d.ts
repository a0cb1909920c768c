import type { HTMLAttributes, PublicProps } from 'vue';
import type { ElementMarkup, ElementTag } from '../dist/markup.js';

/** `inlay-range-change` → `InlayRangeChange` */
type Pascal<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${Pascal<Tail>}`
  : Capitalize<Name>;

/** As Vue writes them: `time-range` in a template is `timeRange` here. */
type Camel<Name extends string> = Uncapitalize<Pascal<Name>>;

type Attributes<Tag extends ElementTag> = {
  [Name in keyof ElementMarkup[Tag]['attributes'] & string as Camel<Name>]?:
    | ElementMarkup[Tag]['attributes'][Name]
    | (Camel<Name> extends keyof ElementMarkup[Tag]['properties']
        ? ElementMarkup[Tag]['properties'][Camel<Name>]
        : never);
};

type Own<Tag extends ElementTag> = Attributes<Tag> &
  Omit<ElementMarkup[Tag]['properties'], keyof Attributes<Tag>>;

type Handlers<Events> = {
  [Name in keyof Events & string as `on${Pascal<Name>}`]?:
    ((event: Events[Name]) => void) | undefined;
};

/** The elements in templates: attributes, properties, and `@inlay-…` for their events. */
type Elements = {
  [Tag in ElementTag]: new () => ElementMarkup[Tag]['element'] & {
    /** @deprecated Not there at run time: what a template may give. */
    $props: Own<Tag> &
      Handlers<ElementMarkup[Tag]['events']> &
      Omit<HTMLAttributes, keyof Own<Tag>> &
      PublicProps;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Elements {}
  interface HTMLAttributes {
    /** Into which slot of an element around it, such as `header` of `<stats-dashboard>`. */
    slot?: string | undefined;
  }
}
