import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Versions } from './versions.js';

/** A store in which every look takes a turn, and finds what is there when it begins. */
function storeOf(seqs: Record<string, number>) {
  const looks: unknown[] = [];
  const first = async <Row>(_: string, [orgId]: readonly unknown[] = []) => {
    looks.push(orgId);
    const seq = seqs[String(orgId)];
    await turn();
    if (seq === -1) throw new Error('the database is gone');
    return (seq === undefined ? undefined : { seq }) as Row | undefined;
  };
  return { seqs, looks, versions: new Versions({ first }) };
}

test('one look is for all that ask in one turn', async () => {
  const { looks, versions } = storeOf({ acme: 7 });
  const asked = [versions.of('acme'), versions.of('acme')];
  await Promise.resolve();
  asked.push(versions.of('acme'));
  expect(await Promise.all(asked)).toEqual([7, 7, 7]);
  expect(looks).toEqual(['acme']);
});

test('sixteen share a look, which does not wait for the end of the turn', async () => {
  const { seqs, looks, versions } = storeOf({ acme: 7 });
  const sixteen = Array.from({ length: 16 }, () => versions.of('acme'));
  expect(looks).toEqual(['acme']);
  seqs['acme'] = 8;
  const next = versions.of('acme');
  expect(looks).toEqual(['acme']);
  expect(await Promise.all(sixteen)).toEqual(sixteen.map(() => 7));
  expect(await next).toBe(8);
  expect(looks).toEqual(['acme', 'acme']);
});

test('of many that ask in one turn, each gets a version that was read after it had asked', async () => {
  const { seqs, looks, versions } = storeOf({ acme: 0 });
  const asked = Array.from({ length: 50 }, (_, n) => {
    seqs['acme'] = n;
    return versions.of('acme');
  });
  seqs['acme'] = 50;
  const found = await Promise.all(asked);
  expect(found.map((version, n) => version >= n)).toEqual(asked.map(() => true));
  expect(looks).toHaveLength(4);
});

test('organizations have versions of their own', async () => {
  const { looks, versions } = storeOf({ acme: 7, umbra: 3 });
  const asked = ['acme', 'umbra', 'nobody', 'acme'].map((orgId) => versions.of(orgId));
  expect(await Promise.all(asked)).toEqual([7, 3, 0, 7]);
  expect(looks).toEqual(['acme', 'umbra', 'nobody']);
});

test('who asks while a look is under way gets one of their own', async () => {
  const { seqs, looks, versions } = storeOf({ acme: 7 });
  const before = versions.of('acme');
  while (looks.length === 0) await turn();
  seqs['acme'] = 8;
  const after = versions.of('acme');
  expect([await before, await after]).toEqual([7, 8]);
});

test('who asks later gets what is there then', async () => {
  const { seqs, versions } = storeOf({ acme: 7 });
  expect(await versions.of('acme')).toBe(7);
  seqs['acme'] = 8;
  expect(await versions.of('acme')).toBe(8);
});

test('a look that fails fails for all that share it, and for nobody later', async () => {
  const { seqs, versions } = storeOf({ acme: -1 });
  const asked = await Promise.allSettled([versions.of('acme'), versions.of('acme')]);
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  seqs['acme'] = 9;
  expect(await versions.of('acme')).toBe(9);
});
