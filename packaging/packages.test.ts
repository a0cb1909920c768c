import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { elements } from '@inlay/widgets';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { browserFlags, findBrowser } from '../scripts/browser.mjs';
import { hostProject, type HostProject } from './testing/host-project.js';
import { snippetsOf, writeSnippets } from './testing/snippets.js';
import { servePages, type PageServer } from './testing/page-server.js';

// Each runs a compiler or a bundler, which takes a minute on a machine that does other work too.
vi.setConfig({ testTimeout: 240_000 });

const secret = 'a secret that is long enough for HS256';
const tags = Object.keys(elements);

let host: HostProject;
beforeAll(async () => {
  host = await hostProject({ INLAY_JWT_SECRET: secret });
}, 300_000);
afterAll(() => host?.[Symbol.asyncDispose]());

describe('as archives', () => {
  test.each(['sdk', 'widgets', 'server'])('publint finds nothing in %s', async (name) => {
    const tarball = host.tarballs[name] ?? '';
    expect(await host.run('publint', 'run', tarball, '--strict')).toContain('All good!');
  });

  test.each<[string, string[]]>([
    ['sdk', ['contract/metric-definitions']],
    ['server', []],
    [
      'widgets',
      [
        ...tags.flatMap((tag) => [`${tag}.js`, `classes/${tag}.js`]),
        ...['react', 'preact', 'solid', 'svelte', 'vue'].map((name) => `types/${name}`),
      ],
    ],
  ])('types are right in %s', async (name, entries) => {
    const more = entries.length === 0 ? [] : ['--include-entrypoints', ...entries];
    const { code, output } = await host.tryRun(
      'attw',
      host.tarballs[name] ?? '',
      '--profile',
      'esm-only',
      '--no-color',
      ...more,
    );
    expect(code, output).toBe(0);
  });

  test('carry licence, readme, changes and no source map without its sources', async () => {
    for (const [name, tarball] of Object.entries(host.tarballs)) {
      const files = (await host.run('tar', 'tzf', tarball)).split('\n');
      expect(files, name).toEqual(
        expect.arrayContaining(
          ['LICENSE', 'README.md', 'CHANGELOG.md', 'package.json'].map((file) => `package/${file}`),
        ),
      );
      expect(files.filter((file) => /\.d\.ts\.map$|\.test\.|tsbuildinfo/.test(file))).toEqual([]);
    }
  });
});

describe('in Node', () => {
  test('every entry can be imported', async () => {
    const manifest = JSON.parse(
      await readFile(join(host.folder, 'node_modules/@inlay/widgets/package.json'), 'utf8'),
    ) as { exports: Record<string, unknown> };
    const widgets = Object.keys(manifest.exports)
      .filter((entry) => !entry.endsWith('.json'))
      .flatMap((entry) => {
        if (entry === './cdn/*') return []; // for pages alone
        if (entry === './types/*') return ['./types/vue'];
        return entry.includes('*') ? tags.map((tag) => entry.replace('*', tag)) : [entry];
      })
      .map((entry) => `@inlay/widgets${entry.slice(1)}`);
    const entries = [
      '@inlay/sdk',
      '@inlay/sdk/client',
      '@inlay/sdk/contract',
      '@inlay/server',
      '@inlay/server/tokens',
    ];
    const script = [...entries, ...widgets].map((entry) => `await import('${entry}');`).join('\n');
    expect(widgets.length).toBeGreaterThan(2 * tags.length);
    expect(await host.run('node', '--input-type=module', '--eval', script)).toBe('');
  });

  test.each([
    ['', ''],
    [', where another copy has the tag', `customElements.define('kpi-cards', class {});`],
  ])('components for React are drawn on a server%s', async (_, before) => {
    const script = `
      import { createElement } from 'react';
      import { renderToString } from 'react-dom/server';
      import { KpiCards } from '@inlay/widgets/react';
      ${before}
      const props = { timeRange: 'today', className: 'wide', onInlayError() {} };
      console.log(renderToString(createElement(KpiCards, props)));`;
    const drawn = await host.run('node', '--input-type=module', '--eval', script);
    expect(drawn).toBe('<kpi-cards class="wide"></kpi-cards>\n');
  });
});

test('an editor completes tags, attributes and values from the data of the README', async () => {
  const readme = await readFile(join(host.folder, 'node_modules/@inlay/widgets/README.md'), 'utf8');
  const [, file = ''] = /"html\.customData": \["\.\/([^"]+)"\]/.exec(readme) ?? [];
  const texts = ['<|', '<kpi-cards |', '<kpi-cards time-range="|"'];
  const offered = await host.run('node', 'src/completions.mjs', file, ...texts);
  const [names, attributes, values] = JSON.parse(offered) as [string[], string[], string[]];
  expect(names).toEqual(expect.arrayContaining(tags));
  expect(attributes).toContain('time-range');
  expect(values).toContain('last_7_days');
});

describe('for compilers', () => {
  test('programs, and components for React 18', async () => {
    expect(await host.tryRun('tsc', '-p', 'tsconfig.json')).toEqual({ code: 0, output: '' });
  });

  test('snippets of the READMEs and documents', async () => {
    const written = await writeSnippets(join(host.folder, 'snippets'));
    expect(written.length).toBeGreaterThan(8);
    for (const project of ['snippets', 'snippets/tsconfig.js.json']) {
      expect(await host.tryRun('tsc', '-p', project)).toEqual({ code: 0, output: '' });
    }
  });

  test('markup in React 19, Preact and Solid', async () => {
    expect(await host.tryRun('tsc', '-p', 'tsconfig.markup.json')).toEqual({ code: 0, output: '' });
  });

  test('markup in Vue', async () => {
    const { output } = await host.tryRun('vue-tsc', '-p', 'tsconfig.vue.json', '--pretty', 'false');
    const lines = [...output.matchAll(/^src\/(\w+\.vue)\((\d+),/gm)];
    expect(
      lines.map(([, file, line]) => `${file}:${line}`),
      output,
    ).toEqual([9, 10, 11, 12, 13].map((line) => `Bad.vue:${line}`));
  });

  test('markup in Svelte', async () => {
    const parameters = ['--tsconfig', 'tsconfig.svelte.json', '--output', 'machine'];
    const { output } = await host.tryRun('svelte-check', ...parameters);
    const lines = [...output.matchAll(/ERROR "src\/(\w+\.svelte)" (\d+):/g)];
    expect(
      lines.map(([, file, line]) => `${file}:${line}`),
      output,
    ).toEqual([8, 9, 10, 11, 12].map((line) => `Bad.svelte:${line}`));
  });
});

describe('in a page', () => {
  let pages: PageServer;
  let browser: Browser;
  let server: string;
  let token: string;
  beforeAll(async () => {
    pages = await servePages();
    await host.run('npx', 'inlay', 'seed', '--db', 'inlay.db');
    const reader = ['--org', 'harbor-and-pine', '--sub', 'me', '--role', 'org_owner'];
    token = (await host.run('npx', 'inlay', 'token', ...reader)).trim();
    server = await host.start('inlay', ['serve', '--db', 'inlay.db', '--port', '0'], {
      INLAY_CORS_ORIGINS: pages.origin,
    });
    browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await pages?.[Symbol.asyncDispose]();
  });

  /** A page that has this script, with every request that it made and every error that it had. */
  async function open(name: string, markup: string, scripts: Record<string, string>) {
    const [first] = Object.keys(scripts);
    const head = `<!doctype html><html lang="en"><meta charset="utf-8"><script type="module" src="/${first}"></script>`;
    pages.files.set(`/${name}`, head + markup);
    for (const [path, text] of Object.entries(scripts)) pages.files.set(`/${path}`, text);
    const page = await browser.newPage();
    const requests: string[] = [];
    const errors: Error[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(`${pages.origin}/${name}`);
    return { page, requests, errors };
  }

  const totalCalls = async (range: string): Promise<string> => {
    const response = await fetch(`${server}/api/dashboard/stats?time_range=${range}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { total_calls } = (await response.json()) as { total_calls: number };
    return total_calls.toLocaleString('en');
  };

  const firstFigure = (page: Page, text: string) =>
    page
      .locator('kpi-cards [part~=figure]')
      .first()
      .getByText(text, { exact: true })
      .first()
      .waitFor();

  test('an element and a component for React 18, bundled, are filled', async () => {
    await host.run(
      'esbuild',
      'src/page.tsx',
      '--bundle',
      '--minify',
      '--format=esm',
      '--outfile=page.js',
      `--define:token=${JSON.stringify(token)}`,
      `--define:server=${JSON.stringify(server)}`,
    );
    const script = await readFile(join(host.folder, 'page.js'), 'utf8');
    expect(script).not.toContain('dash-heatmap');
    const { page, errors } = await open('react.html', '', { 'page.js': script });
    await firstFigure(page, await totalCalls('last_7_days'));
    expect(await page.locator('kpi-cards').getAttribute('class')).toBe('cards');
    await page.getByRole('button', { name: 'As the provider says' }).click();
    await firstFigure(page, await totalCalls('last_30_days'));
    expect(errors).toEqual([]);
    await page.close();
  });

  test('one file defines everything, and loads ECharts beside itself when a chart is seen', async () => {
    const cdn = join(host.folder, 'node_modules/@inlay/widgets/dist/cdn');
    const read = (file: string) => readFile(join(cdn, file), 'utf8');
    const markup = `<stats-provider base-url="${server}" time-range="last_7_days">
      <kpi-cards></kpi-cards><call-activity-chart></call-activity-chart></stats-provider>`;
    const { page, requests, errors } = await open('plain.html', markup, {
      'inlay.js': await read('inlay.js'),
      'inlay-echarts.js': await read('inlay-echarts.js'),
    });
    await page.evaluate((given) => {
      const provider = document.querySelector('stats-provider');
      Object.assign(provider ?? {}, { getToken: async () => given });
    }, token);
    await firstFigure(page, await totalCalls('last_7_days'));
    await page.locator('call-activity-chart svg path').first().waitFor({ state: 'attached' });
    const defined = await page.evaluate(
      (names) => names.filter((name) => customElements.get(name)),
      tags,
    );
    expect(defined).toEqual(tags);
    const paths = requests.map((url) => url.replace(/\?.*/, '').replace(pages.origin, ''));
    expect([...new Set(paths)].sort()).toEqual(
      [
        '/favicon.ico',
        '/inlay-echarts.js',
        '/inlay.js',
        '/plain.html',
        `${server}/api/dashboard/stats`,
      ].filter((path) => paths.includes(path) || path !== '/favicon.ico'),
    );
    expect(errors).toEqual([]);
    await page.close();
  });

  test('the one file may be in a folder of another origin that allows it', async () => {
    await using cdn = await servePages({ 'access-control-allow-origin': '*' });
    for (const file of ['inlay.js', 'inlay-echarts.js']) {
      const path = join(host.folder, 'node_modules/@inlay/widgets/dist/cdn', file);
      cdn.files.set(`/vendor/0.1/${file}`, await readFile(path, 'utf8'));
    }
    const markup = `<script type="module" src="${cdn.origin}/vendor/0.1/inlay.js"></script>
      <stats-provider base-url="${server}" time-range="last_7_days">
      <kpi-cards></kpi-cards><call-activity-chart></call-activity-chart></stats-provider>`;
    const script = `document.querySelector('stats-provider').getToken = async () => ${JSON.stringify(token)};`;
    const { page, requests, errors } = await open('pages/far.html', markup, { 'far.js': script });
    await firstFigure(page, await totalCalls('last_7_days'));
    await page.locator('call-activity-chart svg path').first().waitFor({ state: 'attached' });
    expect(requests.filter((url) => url.startsWith(cdn.origin))).toEqual([
      `${cdn.origin}/vendor/0.1/inlay.js`,
      `${cdn.origin}/vendor/0.1/inlay-echarts.js`,
    ]);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('the recipe for a worker asks with the tokens that its page sends', async () => {
    const recipes = await snippetsOf('packages/sdk/README.md');
    const recipe = (part: string) => recipes.find(({ text }) => text.includes(part))?.text ?? '';
    const bundled = async (name: string, text: string) => {
      await writeFile(join(host.folder, `${name}.ts`), text);
      await host.run('esbuild', `${name}.ts`, '--bundle', '--format=esm', `--outfile=${name}.js`);
      return readFile(join(host.folder, `${name}.js`), 'utf8');
    };
    const shown = `worker.addEventListener('message', ({ data }) => {
      if ('busiest' in data) document.title = String(data.busiest);
    });`;
    pages.files.set('/inlay-token', token);
    const { page, errors } = await open('worker.html', '', {
      'of-worker.js': await bundled('of-worker', recipe('new Worker(') + shown),
      'worker.js': await bundled(
        'worker',
        recipe('self.postMessage').replace('https://stats.example.com', server),
      ),
    });
    const response = await fetch(`${server}/api/dashboard/stats?time_range=last_90_days`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { call_activity } = (await response.json()) as { call_activity: { count: number }[] };
    const busiest = Math.max(...call_activity.map(({ count }) => count));
    await page.waitForFunction((given) => document.title === given, String(busiest));
    expect(errors).toEqual([]);
    await page.close();
  });
});
