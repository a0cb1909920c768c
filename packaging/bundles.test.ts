import { elements, type ElementTag } from '@inlay/widgets';
import { describe, expect, test } from 'vitest';
import { bundle, chunksAtOnce, written } from '../scripts/bundling.mjs';

/** The slices whose schemas an element needs: those that it shows. */
const slicesOf: Record<ElementTag, readonly string[]> = {
  'ai-message-origin': ['ai-message-origin-stats'],
  'ai-usage-overview': ['ai-usage-stats'],
  'call-activity-chart': ['stats'],
  'channel-donut': ['engagement-stats'],
  'dash-heatmap': ['messaging-stats', 'stats'],
  'kpi-cards': ['stats'],
  'message-activity-chart': ['messaging-stats'],
  'messaging-kpi-cards': ['messaging-stats'],
  'plan-metrics': ['plan-stats'],
  'quick-actions': [],
  'recent-activity-feed': ['engagement-stats'],
  'recent-calls': ['stats'],
  'response-insights': ['messaging-stats'],
  'stats-dashboard': [
    'ai-message-origin-stats',
    'ai-usage-stats',
    'engagement-stats',
    'messaging-stats',
    'plan-stats',
    'stats',
    'text-agent-stats',
  ],
  'stats-provider': [],
  'text-agent-performance': ['text-agent-stats'],
  'time-range-selector': [],
  'todo-status': ['stats'],
};

/** Modules of the contract that declare an endpoint, or tell of one in words. */
const isDeclaration = (name: string) => /-stats$|^stats$|definitions|records|ingest/.test(name);

/** The modules that a page executes before anything is opened, as far as anything is left of them. */
async function modulesOf(contents: string): Promise<string[]> {
  const made = await bundle(contents);
  const { output } = await made.generate(written);
  await made.close();
  return chunksAtOnce(output).flatMap(({ modules }) =>
    Object.entries(modules)
      .filter(([, { renderedLength }]) => renderedLength > 0)
      .map(([id]) => id.replaceAll('\\', '/')),
  );
}

const declarationsIn = (modules: readonly string[]): string[] =>
  modules
    .map((id) => /\/sdk\/dist\/contract\/(.+)\.js$/.exec(id)?.[1] ?? '')
    .filter(isDeclaration)
    .sort();

describe('what a page loads at once of the contract', () => {
  test.each(Object.keys(elements) as ElementTag[])('for <%s>', async (tag) => {
    const modules = await modulesOf(`import '@inlay/widgets/${tag}.js';`);
    expect(declarationsIn(modules)).toEqual(slicesOf[tag]);
    expect(modules.filter((id) => /node_modules\/zod\/|sdk\/dist\/zod\.js/.test(id))).toEqual([]);
    expect(modules.filter((id) => /node_modules\/(echarts|zrender)\//.test(id))).toEqual([]);
  });

  test('is all of it where all of it is asked for', async () => {
    const all = `import * as contract from '@inlay/sdk/contract'; console.log(contract);`;
    const declared = declarationsIn(await modulesOf(all));
    expect(declared).toEqual(expect.arrayContaining(slicesOf['stats-dashboard'] as string[]));
    expect(declared).toContain('definitions');
  });
});
