import type { StatsErrorKind } from '@inlay/sdk/client';
import type { Args, Decorator, Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { waitFor } from 'storybook/test';
import { StatsProvider } from '../packages/widgets/src/provider/stats-provider.js';
import { attributes } from './attributes.js';
import { denied, empty, failsOnce, losesTouch, times, usual, waiting } from './scripts.js';
import { StoryClient, type Recordings, type Script } from './story-client.js';

/** How the requests of a story end. */
export interface Scripted {
  readonly script: Script;
  /** Whether everything is refreshed once, as soon as it is there. */
  readonly refreshes?: boolean;
  /** What comes of Play; a sound by default. */
  readonly recordings?: Recordings;
}

/** What all stories of an element have in common: its markup, inside a provider with a script. */
export function storiesOf(tag: string, args: Args = {}) {
  return {
    component: tag,
    args,
    render: (values: Args) => markup(tag, values),
    decorators: [provided],
  } satisfies Meta;
}

/** An element as a page would write it. */
export function markup(
  tag: string,
  { failure: _failure, ...values }: Args,
  content?: TemplateResult,
): TemplateResult {
  const name = unsafeStatic(tag);
  return staticHtml`<${name} ${attributes(values)}>${content ?? nothing}</${name}>`;
}

/** The first part of a name in an element of a story, as soon as it is there. */
export async function partIn(canvas: HTMLElement, tag: string, part: string): Promise<HTMLElement> {
  return waitFor(() => {
    const found = canvas
      .querySelector(tag)
      ?.shadowRoot?.querySelector<HTMLElement>(`[part~="${part}"]`);
    if (!found) throw new Error(`There is no part ${part} in <${tag}> yet`);
    return found;
  });
}

/** The usual numbers. Every other story begins here, too: `ready({ args: { scale: 'quantile' } })`. */
export function ready(story: StoryObj = {}): StoryObj {
  return scripted(() => ({ script: usual }), story);
}

/** So many times the usual numbers. */
export function scaled(factor: number): StoryObj {
  return scripted(() => ({ script: times(factor) }));
}

/** The usual calls, whose recordings do not play. */
export function withRecordings(recordings: Recordings, story: StoryObj = {}): StoryObj {
  return scripted(() => ({ script: usual, recordings }), story);
}

/** The skeleton, for ever. */
export function loading(): StoryObj {
  return scripted(() => ({ script: waiting }));
}

/** Nothing happened. */
export function emptied(): StoryObj {
  return scripted(() => ({ script: empty }));
}

/** The first request fails, in the way that a control chooses; Retry succeeds. */
export function failed(): StoryObj {
  return scripted(({ failure }) => ({ script: failsOnce(failure as StatsErrorKind) }), {
    args: { failure: 'unavailable' },
    argTypes: { failure: failureControl },
  });
}

/** The reader has no access. */
export function refused(): StoryObj {
  return scripted(() => ({ script: denied }));
}

/** A refresh fails: the numbers stay, under a notice. Retry succeeds. */
export function stale(): StoryObj {
  return scripted(() => ({ script: losesTouch, refreshes: true }));
}

/** A button that refreshes, and a refresh every ten seconds; each brings other numbers. */
export function refreshing(): StoryObj {
  return ready({
    args: { 'refresh-interval': 10 },
    render: (args, { component }) =>
      html`<button class="refresh" @click=${refreshBelow}>refresh()</button>
        ${markup(String(component), args)}`,
  });
}

/** A column of 320 px. */
export function narrow(): StoryObj {
  return ready({ globals: { width: '320px' } });
}

/** A dark host. */
export function dark(): StoryObj {
  return ready({ globals: { theme: 'dark' } });
}

/** A host in Arabic. */
export function rightToLeft(): StoryObj {
  return ready({ globals: { locale: 'ar-EG' } });
}

const failureControl = {
  control: 'select',
  options: ['unavailable', 'timeout', 'rate_limited', 'unauthenticated', 'invalid', 'contract'],
  description: 'How the first request fails. Takes effect when the story is mounted again.',
  table: { category: 'Story' },
} as const;

function scripted(of: (args: Args) => Scripted, story: StoryObj = {}): StoryObj {
  return { ...story, parameters: { ...story.parameters, scripted: of } };
}

/** Long enough for a skeleton to be seen, in milliseconds. */
const delay = 350;

const clients = new WeakMap<Element, StoryClient>();

const provided: Decorator = (story, { args, parameters }) => {
  const scripted = (parameters['scripted'] as (args: Args) => Scripted)(args);
  const give = ref((provider) => {
    if (!(provider instanceof StatsProvider)) return;
    const known = clients.get(provider);
    if (known) known.script = scripted.script;
    else start(provider, scripted);
  });
  return html`<stats-provider ${give}>${story()}</stats-provider>`;
};

function start(provider: StatsProvider, { script, refreshes, recordings }: Scripted): void {
  const client = new StoryClient(script, delay);
  client.recordings = recordings ?? 'play';
  clients.set(provider, client);
  provider.client = client;
  if (refreshes) void client.quiet().then(() => provider.refresh());
}

function refreshBelow({ target }: Event): void {
  const provider = (target as Element).closest('stats-provider');
  void provider?.refresh();
}
