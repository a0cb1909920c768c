import { LitElement } from 'lit';
import {
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type ForwardRefExoticComponent,
  type HTMLAttributes,
  type RefAttributes,
} from 'react';
import { define } from '../shared/define.js';

/** `inlay-range-change` → `InlayRangeChange` */
type Pascal<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${Pascal<Tail>}`
  : Capitalize<Name>;

/** Properties and events of an element as props, beside what React knows of every element. */
export type ComponentProps<Element, Properties, Events> = Properties &
  Omit<HTMLAttributes<Element>, keyof Properties> & {
    [Name in keyof Events & string as `on${Pascal<Name>}`]?:
      ((event: Events[Name]) => void) | undefined;
  };

/** An element as a React component. */
export type Component<Element, Properties, Events> = ForwardRefExoticComponent<
  ComponentProps<Element, Properties, Events> & RefAttributes<Element>
>;

type Values = Record<string, unknown>;

/** React calls a layout effect on a server a mistake; there is none to run there. */
const useEffectBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * An element as a component for React, whatever its version: up to 18 it hands tags nothing but
 * text, and 19 nothing but text to those that are not defined yet or that a server drew. Here
 * properties are set as such, and `onInlaySelect` listens to `inlay-select`. A property that is no
 * longer given is again what it was. The element is defined when it is first drawn.
 */
export function createComponent<Element extends LitElement, Properties, Events>(
  tag: string,
  elementClass: typeof LitElement & { prototype: Element },
): Component<Element, Properties, Events> {
  const component = forwardRef<Element, Values>((props, ref) => {
    define(tag, elementClass);
    // Makes the class know its properties, also where the tag was another copy's already.
    void elementClass.observedAttributes;
    const drawn = useRef<Element | null>(null);
    const initial = useRef<Values>({});
    const { attributes, properties, handlers } = sorted(props, elementClass.prototype);
    useImperativeHandle(ref, () => drawn.current as Element);
    useEffectBeforePaint(() => {
      if (drawn.current) assign(drawn.current as unknown as Values, properties, initial.current);
    });
    useEffectBeforePaint(() => listen(drawn.current, handlers));
    return createElement(tag, { ...attributes, ref: drawn });
  });
  component.displayName = elementClass.name;
  return component as Component<Element, Properties, Events>;
}

interface Sorted {
  readonly attributes: Values;
  readonly properties: Values;
  /** By event. */
  readonly handlers: Record<string, EventListener>;
}

function sorted(props: Values, prototype: object): Sorted {
  const result: Sorted = { attributes: {}, properties: {}, handlers: {} };
  for (const [name, value] of Object.entries(props)) {
    if (/^onInlay[A-Z]/.test(name)) {
      if (value) result.handlers[eventOf(name)] = value as EventListener;
    } else if (isOwn(name, prototype)) {
      if (value !== undefined) result.properties[name] = value;
    } else {
      result.attributes[name === 'className' ? 'class' : name] = value;
    }
  }
  return result;
}

/** `onInlayRangeChange` → `inlay-range-change` */
const eventOf = (prop: string): string =>
  prop
    .slice(2)
    .replace(/\B[A-Z]/g, '-$&')
    .toLowerCase();

/** Whether our classes, and not the browser's, say what becomes of a property. */
function isOwn(name: string, prototype: object): boolean {
  for (let at = prototype; at && at !== LitElement.prototype; at = Object.getPrototypeOf(at)) {
    if (Object.hasOwn(at, name)) return true;
  }
  return false;
}

/** @param initial What properties were before they were first set here. */
function assign(element: Values, properties: Values, initial: Values): void {
  for (const name of new Set([...Object.keys(initial), ...Object.keys(properties)])) {
    if (!(name in initial)) initial[name] = element[name];
    const value = name in properties ? properties[name] : initial[name];
    if (element[name] !== value) element[name] = value;
  }
}

function listen(element: EventTarget | null, handlers: Sorted['handlers']): () => void {
  const entries = Object.entries(handlers);
  for (const [name, handler] of entries) element?.addEventListener(name, handler);
  return () => {
    for (const [name, handler] of entries) element?.removeEventListener(name, handler);
  };
}
