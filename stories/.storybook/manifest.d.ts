/** What elements document about themselves; made by the plugin of the same name. */
declare module 'virtual:custom-elements-manifest' {
  export interface Documented {
    readonly name: string;
    readonly description?: string;
    readonly type?: { readonly text: string };
    readonly default?: string;
  }

  export interface Member extends Documented {
    readonly kind: 'field' | 'method';
    readonly privacy?: 'private' | 'protected' | 'public';
    readonly attribute?: string;
    readonly static?: boolean;
    readonly readonly?: boolean;
  }

  export interface Declaration {
    readonly name: string;
    readonly tagName?: string;
    readonly description?: string;
    readonly members?: readonly Member[];
    readonly attributes?: readonly Documented[];
    readonly events?: readonly Documented[];
    readonly slots?: readonly Documented[];
    readonly cssParts?: readonly Documented[];
    readonly cssProperties?: readonly Documented[];
  }

  const manifest: { readonly modules: { readonly declarations?: readonly Declaration[] }[] };
  export default manifest;
}
