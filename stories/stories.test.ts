import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { elements } from '../packages/widgets/src/elements.js';
import { StatsElement } from '../packages/widgets/src/shared/stats-element.js';
import { generatedAt } from '../packages/widgets/src/testing/fixtures/range.js';
import type { ScriptedRequest } from '../packages/widgets/src/testing/scripted-client.js';
import { answerTo } from './answers.js';
import type { Scripted } from './states.js';

interface Story {
  readonly args?: Readonly<Record<string, unknown>>;
  readonly parameters: { readonly scripted: (args: Readonly<Record<string, unknown>>) => Scripted };
  readonly globals?: Readonly<Record<string, string>>;
}

type Module = Readonly<Record<string, Story>> & {
  readonly default: { readonly component: string; readonly title: string };
};

const tags = Object.keys(elements);
/** Those that show a slice, and the one that is made of them. */
const fetching = Object.entries(elements)
  .filter(([tag, { prototype }]) => prototype instanceof StatsElement || tag === 'stats-dashboard')
  .map(([tag]) => tag);

const load = async (tag: string) => (await import(`./${tag}.stories.ts`)) as Module;

async function storyOf(tag: string, name: string): Promise<Story> {
  const story = (await load(tag))[name];
  if (!story) throw new Error(`stories/${tag}.stories.ts has no story ${name}`);
  return story;
}

const request = { slice: 'stats', query: {} } as ScriptedRequest;
const answer = (scale: number) => ({
  answer: answerTo({ slice: 'stats', query: {}, now: Date.parse(generatedAt), scale }),
});

/** How the first two requests of a story end, and whether it makes the second by itself. */
async function turnsOf(tag: string, name: string) {
  const { parameters, args = {} } = await storyOf(tag, name);
  const { script, refreshes = false } = parameters.scripted(args);
  return [script(request, 0), script(request, 1), refreshes];
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(generatedAt), toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

test('there are elements that fetch, and such that do not', () => {
  expect(fetching).toContain('kpi-cards');
  expect(fetching).not.toContain('time-range-selector');
});

test.each(tags)('<%s> has stories', async (tag) => {
  const { default: meta, ...stories } = await load(tag);
  expect(meta.component).toBe(tag);
  expect(meta.title).toMatch(/^(Calls|Messaging|AI|Plans|Engagement|Page)\/[A-Z]/);
  expect(Object.keys(stories)).not.toEqual([]);
});

test('every file of stories is of an element, or of the foundation', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.stories.ts'));
  const subjects = files.map((name) => name.slice(0, -'.stories.ts'.length));
  expect(subjects.sort()).toEqual([...tags, 'foundation'].sort());
});

test('no two elements have the same title', async () => {
  const modules = await Promise.all(tags.map(load));
  const titles = modules.map((module) => module.default.title);
  expect(new Set(titles).size).toBe(titles.length);
});

describe.each(fetching)('<%s>', (tag) => {
  test.each([
    ['Ready', answer(1), answer(1.07), false],
    ['Loading', { waiting: true }, { waiting: true }, false],
    ['Empty', answer(0), answer(0), false],
    ['Error', { fail: 'unavailable' }, answer(1.07), false],
    ['Denied', { fail: 'denied' }, { fail: 'denied' }, false],
    ['Stale', answer(1), { fail: 'unavailable' }, true],
    ['Refreshing', answer(1), answer(1.07), false],
  ])('%s', async (name, first, second, refreshes) => {
    expect(await turnsOf(tag, name)).toEqual([first, second, refreshes]);
  });

  test.each([
    ['Narrow', { width: '320px' }],
    ['Dark', { theme: 'dark' }],
    ['RightToLeft', { locale: 'ar-EG' }],
  ])('%s is ready on another host', async (name, globals) => {
    expect((await storyOf(tag, name)).globals).toEqual(globals);
    expect(await turnsOf(tag, name)).toEqual([answer(1), answer(1.07), false]);
  });
});
