import { ComparisonKind, TimeRange, UnansweredBy } from '@inlay/sdk/contract';
import type { ArgTypes } from '@storybook/web-components-vite';
import manifest, { type Declaration, type Documented } from 'virtual:custom-elements-manifest';

/** What may be chosen for an attribute whose type has a name. */
const choices: Readonly<Record<string, readonly string[]>> = {
  ComparisonKind: ComparisonKind.options,
  TimeRange: TimeRange.options,
  UnansweredBy: UnansweredBy.options,
};

type Control = NonNullable<ArgTypes[string]['control']>;

/** The attributes of an element as controls, and what else it documents as a table. */
export function argTypesOf(tag: string): ArgTypes {
  const element = declarationOf(tag);
  if (!element) return {};
  const { members = [], attributes = [] } = element;
  const isOpen = (member: { privacy?: string; name: string; description?: string }) =>
    member.privacy === undefined && !member.name.startsWith('#') && member.description;
  const open = members.filter(isOpen);
  const properties = open.filter(({ kind, attribute }) => kind === 'field' && !attribute);
  return {
    ...rows('Attributes', attributes.filter(isOpen), controlOf),
    ...rows('Properties', properties),
    ...rows(
      'Methods',
      open.filter(({ kind }) => kind === 'method'),
    ),
    ...rows('Events', element.events),
    ...rows('Slots', element.slots),
    ...rows('CSS custom properties', element.cssProperties),
    ...rows('Parts', element.cssParts),
  };
}

/** What an element says of itself, in Markdown. */
export function descriptionOf(tag: string): string {
  return declarationOf(tag)?.description ?? '';
}

function declarationOf(tag: string): Declaration | undefined {
  const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);
  return declarations.find(({ tagName }) => tagName === tag);
}

/** Keys of rows without a control carry their category, so that a part never hides an attribute. */
function rows(
  category: string,
  items: readonly Documented[] = [],
  control?: (type: string) => Partial<ArgTypes[string]>,
): ArgTypes {
  return Object.fromEntries(
    items.map(({ name, description = '', type, default: initial }) => {
      const text = tidy(type?.text ?? '');
      const table = {
        category,
        ...(text && { type: { summary: text } }),
        ...(initial !== undefined && { defaultValue: { summary: initial } }),
      };
      const shown = control ? control(text) : { control: false as const };
      return [
        control ? name : `${category}: ${name}`,
        { name: name || '(default)', description, table, ...shown },
      ];
    }),
  );
}

/** `number | undefined | undefined` → `number`. */
function tidy(type: string): string {
  return type.replaceAll(/ \| undefined/g, '');
}

function controlOf(type: string): Partial<ArgTypes[string]> {
  const literals = [...type.matchAll(/'([^']+)'/g)].map(([, literal = '']) => literal);
  const options = choices[type] ?? (literals.length > 1 ? literals : undefined);
  if (options) return { control: { type: 'select' } satisfies Control, options: [...options] };
  if (type === 'boolean') return { control: { type: 'boolean' } };
  if (type === 'number') return { control: { type: 'number' } };
  return { control: { type: 'text' } };
}
