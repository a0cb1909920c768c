import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkedOptions, type ClientOptions } from './client-options.js';

const getToken = async () => 'token';
const optionsOf = (options: Partial<ClientOptions>) =>
  checkedOptions({ baseUrl: 'https://stats.test', getToken, ...options });

afterEach(() => vi.unstubAllGlobals());

describe('checkedOptions', () => {
  test('has a default for all but server and token', () => {
    expect(optionsOf({})).toMatchObject({
      baseUrl: 'https://stats.test',
      deadlineMs: 15_000,
      freshMs: 5_000,
      retryDelayMs: 300,
      maxAnswers: 100,
      now: Date.now,
    });
  });

  test.each([
    ['https://stats.test/', 'https://stats.test'],
    ['https://stats.test/a/b//', 'https://stats.test/a/b'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ])('baseUrl %s is %s', (given, taken) => {
    expect(optionsOf({ baseUrl: given }).baseUrl).toBe(taken);
  });

  test.each([
    ['', 'https://crm.test'],
    ['/inlay', 'https://crm.test/inlay'],
    ['//other.test', 'https://other.test'],
  ])('in a page, baseUrl %j is %s', (given, taken) => {
    vi.stubGlobal('location', { href: 'https://crm.test/contacts/7?tab=1#top' });
    expect(optionsOf({ baseUrl: given }).baseUrl).toBe(taken);
  });

  test.each<[Partial<ClientOptions>, string]>([
    [{ baseUrl: '' }, 'baseUrl is ""; an http or https URL is needed'],
    [{ baseUrl: '/inlay' }, 'baseUrl is "/inlay"; an http or https URL is needed'],
    [{ baseUrl: 'ftp://x.test' }, 'baseUrl is "ftp://x.test"; an http or https URL is needed'],
    [{ baseUrl: 'javascript:0' }, 'baseUrl is "javascript:0"; an http or https URL is needed'],
    [{ baseUrl: 'https://a:b@x.test' }, 'baseUrl holds credentials, a query or a fragment'],
    [{ baseUrl: 'https://x.test?token=1' }, 'baseUrl holds credentials, a query or a fragment'],
    [{ baseUrl: 'https://x.test#1' }, 'baseUrl holds credentials, a query or a fragment'],
    [{ getToken: 'token' as never }, 'getToken is string; a function that gives a token is needed'],
    [{ deadlineMs: 20_001 }, 'deadlineMs is 20001; allowed are 1 to 20000'],
    [{ deadlineMs: 0 }, 'deadlineMs is 0; allowed are 1 to 20000'],
    [{ deadlineMs: NaN }, 'deadlineMs is NaN; allowed are 1 to 20000'],
    [{ freshMs: -1 }, 'freshMs is -1; allowed are 0 to 86400000'],
    [{ retryDelayMs: Infinity }, 'retryDelayMs is Infinity; allowed are 0 to 5000'],
    [{ maxAnswers: 0 }, 'maxAnswers is 0; allowed are 1 to 10000'],
  ])('refuses %j', (options, message) => {
    expect(() => optionsOf(options)).toThrow(message);
  });

  test('fetch is the page’s at the time of the request', async () => {
    const { fetch } = optionsOf({});
    const replaced = vi.fn(async () => new Response('later'));
    vi.stubGlobal('fetch', replaced);
    expect(await (await fetch('https://stats.test')).text()).toBe('later');
  });
});
