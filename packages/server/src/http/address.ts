import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { isIP, isIPv6 } from 'node:net';

/**
 * The address of whoever asks; of IPv6 the network (/64), since a host has all of its addresses.
 * Behind proxies it is what the outermost of them has seen: each adds the address that it was asked
 * from at the end of `X-Forwarded-For`, and what stands before these anybody may have written.
 * `undefined` where there is no socket.
 */
export function addressOf(context: Context, trustedProxies: number): string | undefined {
  const bindings = context.env as Partial<HttpBindings> | undefined;
  const direct = bindings?.incoming?.socket.remoteAddress;
  if (direct === undefined || trustedProxies === 0) return direct && networkOf(direct);
  const forwarded = (context.req.header('X-Forwarded-For') ?? '').split(',');
  const seen = withoutPort(forwarded.at(-trustedProxies)?.trim() ?? '');
  return networkOf(isIP(seen) === 0 ? direct : seen);
}

/** Some proxies write `192.0.2.1:4711` and `[2001:db8::1]:4711`. */
const withoutPort = (address: string): string =>
  /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1');

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(address) ? firstGroups(address, 4) : address;
}

/** Groups of 16 bits, with what `::` stands for written out. */
function firstGroups(address: string, count: number): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return groups
    .slice(0, count)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
