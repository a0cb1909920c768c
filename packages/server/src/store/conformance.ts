import assert from 'node:assert/strict';
import { StoreBusy, type Reader, type Store, type Writer } from './store.js';

/** One thing that every store must do. */
export interface ConformanceCase {
  readonly name: string;
  /** `open` opens one more handle, as another process would, on the same new and empty database. */
  run(open: () => Promise<Store>): Promise<void>;
}

/** What every implementation of the port must pass, each case on a database of its own. */
export const conformance: readonly ConformanceCase[] = [
  {
    name: 'rows come back as they were written, in the types of SqlValue',
    async run(open) {
      const store = await open();
      await store.write(async (tx) => {
        assert.equal(await tx.run(insertTeam, ['o1', 't1', 'Größe 🙂']), 1);
      });
      const rows = await store.read((tx) => tx.all('SELECT org_id, id, name, 1 AS n FROM teams'));
      assert.deepEqual(rows.map(plain), [{ org_id: 'o1', id: 't1', name: 'Größe 🙂', n: 1 }]);
    },
  },
  {
    name: 'first gives the first row, or undefined',
    async run(open) {
      const store = await open();
      await store.write((tx) => tx.runMany(insertTeam, teams('b', 'a')));
      const sql = 'SELECT id FROM teams WHERE org_id = ? ORDER BY id';
      assert.deepEqual(plain(await store.read((tx) => tx.first(sql, ['o1']))), { id: 'a' });
      assert.equal(await store.read((tx) => tx.first(sql, ['o2'])), undefined);
    },
  },
  {
    name: 'first without a transaction sees every write that was committed, and no other',
    async run(open) {
      const [store, other] = [await open(), await open()];
      const sql = 'SELECT count(*) AS count FROM teams WHERE org_id = ?';
      const count = async () => plain(await store.first(sql, ['o1']));
      await store.write((tx) => tx.runMany(insertTeam, teams('a')));
      assert.deepEqual(await count(), { count: 1 });
      await other.write((tx) => tx.runMany(insertTeam, teams('b')));
      assert.deepEqual(await count(), { count: 2 });
      await store.write(async (tx) => {
        await tx.runMany(insertTeam, teams('c'));
        assert.deepEqual(await count(), { count: 2 });
      });
      assert.deepEqual(await count(), { count: 3 });
      assert.equal(await store.first('SELECT id FROM teams WHERE org_id = ?', ['o2']), undefined);
    },
  },
  {
    name: 'arrays gives values in the order of the columns, and leaves other reads as they were',
    async run(open) {
      const store = await open();
      await store.write((tx) => tx.runMany(insertTeam, teams('b', 'a')));
      const sql = 'SELECT name, id, NULL AS none FROM teams WHERE org_id = ? ORDER BY id';
      await store.read(async (tx) => {
        assert.deepEqual(await tx.arrays(sql, ['o1']), [
          ['a', 'a', null],
          ['b', 'b', null],
        ]);
        assert.deepEqual(plain(await tx.first(sql, ['o1'])), { name: 'a', id: 'a', none: null });
      });
    },
  },
  {
    name: 'runMany runs once for each entry and adds up the changes',
    async run(open) {
      const store = await open();
      assert.equal(await store.write((tx) => tx.runMany(insertTeam, teams('a', 'b', 'c'))), 3);
      assert.equal(await store.write((tx) => tx.runMany(insertTeam, [])), 0);
      assert.deepEqual(await teamIds(store), ['a', 'b', 'c']);
    },
  },
  {
    name: 'a write sees its own rows before it commits, and others do not',
    async run(open) {
      const store = await open();
      await store.write(async (tx) => {
        await tx.runMany(insertTeam, teams('a'));
        assert.deepEqual(await idsIn(tx), ['a']);
        assert.deepEqual(await teamIds(store), []);
      });
      assert.deepEqual(await teamIds(store), ['a']);
    },
  },
  {
    name: 'a read keeps its snapshot while writes commit',
    async run(open) {
      const store = await open();
      await store.write((tx) => tx.runMany(insertTeam, teams('a')));
      await store.read(async (tx) => {
        assert.deepEqual(await idsIn(tx), ['a']);
        await store.write((other) => other.runMany(insertTeam, teams('b')));
        assert.deepEqual(await idsIn(tx), ['a']);
      });
      assert.deepEqual(await teamIds(store), ['a', 'b']);
    },
  },
  {
    name: 'what throws is rolled back whole, and the error is the one that was thrown',
    async run(open) {
      const store = await open();
      const failure = new Error('stop');
      const failed = store.write(async (tx) => {
        await tx.runMany(insertTeam, teams('a'));
        throw failure;
      });
      await assert.rejects(failed, (error) => error === failure);
      assert.deepEqual(await teamIds(store), []);
      await store.write((tx) => tx.runMany(insertTeam, teams('b')));
      assert.deepEqual(await teamIds(store), ['b']);
    },
  },
  {
    name: 'a failing statement of a batch rolls the write back',
    async run(open) {
      const store = await open();
      await assert.rejects(store.write((tx) => tx.runMany(insertTeam, teams('a', 'b', 'a'))));
      assert.deepEqual(await teamIds(store), []);
    },
  },
  {
    name: 'a savepoint undoes its own part alone, and passes on what it gives or throws',
    async run(open) {
      const store = await open();
      const failure = new Error('stop');
      const given = await store.write(async (tx) => {
        await tx.run(insertTeam, ['o1', 'a', 'a']);
        const failed = tx.savepoint(async () => {
          await tx.run(insertTeam, ['o1', 'b', 'b']);
          throw failure;
        });
        await assert.rejects(failed, (error) => error === failure);
        const insert = tx.savepoint(() => tx.run(insertTeam, ['o1', 'a', 'again']));
        await assert.rejects(insert);
        return tx.savepoint(() => tx.run(insertTeam, ['o1', 'c', 'c']));
      });
      assert.equal(given, 1);
      assert.deepEqual(await teamIds(store), ['a', 'c']);
    },
  },
  {
    name: 'a savepoint inside another is undone with it, or alone',
    async run(open) {
      const store = await open();
      const part = (tx: Writer, id: string, rest: () => Promise<unknown>) =>
        tx.savepoint(async () => {
          await tx.run(insertTeam, ['o1', id, id]);
          await rest();
        });
      const stop = () => Promise.reject(new Error('stop'));
      const nothing = async () => undefined;
      await store.write(async (tx) => {
        await part(tx, 'a', () => assert.rejects(part(tx, 'b', stop)));
        await assert.rejects(
          part(tx, 'c', async () => {
            await part(tx, 'd', nothing);
            await stop();
          }),
        );
      });
      assert.deepEqual(await teamIds(store), ['a']);
    },
  },
  {
    name: 'a failed write undoes its savepoints too',
    async run(open) {
      const store = await open();
      const failed = store.write(async (tx) => {
        await tx.savepoint(() => tx.run(insertTeam, ['o1', 'a', 'a']));
        throw new Error('stop');
      });
      await assert.rejects(failed, /stop/);
      assert.deepEqual(await teamIds(store), []);
    },
  },
  {
    name: 'a long write lets other work of the process go on meanwhile',
    async run(open) {
      const store = await open();
      let turns = 0;
      let isDone = false;
      const turn = () => {
        turns++;
        if (!isDone) setImmediate(turn);
      };
      setImmediate(turn);
      await store.write((tx) => tx.runMany(insertTeam, manyTeams(100_000)));
      isDone = true;
      assert.ok(turns > 3, `only ${turns} turns of the event loop`);
    },
  },
  {
    name: 'writes run one at a time, in the order in which they were asked for',
    async run(open) {
      const store = await open();
      const steps: string[] = [];
      const write = (name: string) =>
        store.write(async () => {
          steps.push(`${name} begins`);
          await macrotask();
          steps.push(`${name} ends`);
        });
      await Promise.all([write('a'), write('b'), write('c')]);
      const expected = ['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]);
      assert.deepEqual(steps, expected);
    },
  },
  {
    name: 'concurrent increments lose nothing',
    async run(open) {
      const store = await open();
      await store.write((tx) => tx.run(insertTeam, ['o1', 'n', '0']));
      const increment = async (tx: Writer) => {
        const row = await tx.first<{ name: string }>('SELECT name FROM teams');
        await macrotask();
        await tx.run('UPDATE teams SET name = ?', [String(Number(row?.name) + 1)]);
      };
      await Promise.all(Array.from({ length: 20 }, () => store.write(increment)));
      const row = await store.read((tx) => tx.first('SELECT name FROM teams'));
      assert.deepEqual(plain(row), { name: '20' });
    },
  },
  {
    name: 'more reads than connections all finish, each in one snapshot',
    async run(open) {
      const store = await open();
      const reads = Array.from({ length: 40 }, () =>
        store.read(async (tx) => {
          const before = await idsIn(tx);
          await macrotask();
          return [before, await idsIn(tx)];
        }),
      );
      await store.write((tx) => tx.runMany(insertTeam, teams('a')));
      for (const [before, after] of await Promise.all(reads)) assert.deepEqual(after, before);
    },
  },
  {
    name: 'a read cannot write',
    async run(open) {
      const store = await open();
      const attempt = store.read((tx) => (tx as Writer).run(insertTeam, ['o1', 'a', 'a']));
      await assert.rejects(attempt);
      assert.deepEqual(await teamIds(store), []);
    },
  },
  {
    name: 'a transaction that has ended refuses to be used',
    async run(open) {
      const store = await open();
      const reader = await store.read(async (tx) => tx);
      const writer = await store.write(async (tx) => tx);
      await assert.rejects(reader.all('SELECT 1'), /the transaction has ended/);
      await assert.rejects(reader.first('SELECT 1'), /the transaction has ended/);
      await assert.rejects(writer.run(insertTeam, ['o1', 'a', 'a']), /the transaction has ended/);
      await assert.rejects(writer.runMany(insertTeam, teams('a')), /the transaction has ended/);
      assert.deepEqual(await teamIds(store), []);
    },
  },
  {
    name: 'while another handle writes, a write is refused as busy and a read goes on',
    async run(open) {
      const [store, other] = [await open(), await open()];
      await other.write(async (tx) => {
        await tx.runMany(insertTeam, teams('a'));
        await assert.rejects(
          store.write(async () => undefined),
          StoreBusy,
        );
        await assert.rejects(store.optimize(), StoreBusy);
        assert.deepEqual(await teamIds(store), []);
      });
      await store.write((tx) => tx.runMany(insertTeam, teams('b')));
      assert.deepEqual(await teamIds(other), ['a', 'b']);
    },
  },
  {
    name: 'withoutIndexes gives back what its work gives, and keys hold meanwhile',
    async run(open) {
      const store = await open();
      const ids = await store.write((tx) =>
        tx.withoutIndexes('teams', async () => {
          await tx.runMany(insertTeam, teams('b', 'a'));
          await assert.rejects(tx.run(insertTeam, ['o1', 'a', 'again']));
          return idsIn(tx);
        }),
      );
      assert.deepEqual(ids, ['a', 'b']);
      assert.deepEqual(await teamIds(store), ['a', 'b']);
    },
  },
  {
    name: 'withoutIndexes keeps every one of many rows, the last of one key, and tells how many',
    async run(open) {
      const store = await open();
      const named = (count: number, name: string) =>
        Array.from({ length: count }, (_, n) => ['o1', `t${n + 100}`, `${name} ${n}`]);
      const put = `${insertTeam} ON CONFLICT (org_id, id) DO UPDATE SET name = excluded.name`;
      const changes = await store.write((tx) =>
        tx.withoutIndexes('teams', () =>
          tx.runMany(put, [...named(40, 'first'), ...named(37, 'last')]),
        ),
      );
      assert.equal(changes, 77);
      const rows = await store.read((tx) => tx.all('SELECT * FROM teams ORDER BY id'));
      const expected = [...named(37, 'last'), ...named(40, 'first').slice(37)];
      assert.deepEqual(
        rows.map(plain),
        expected.map(([org_id, id, name]) => ({ org_id, id, name })),
      );
    },
  },
  {
    name: 'withoutIndexes keeps every value of many rows as it is, NULL among them',
    async run(open) {
      const store = await open();
      const phones = Array.from({ length: 40 }, (_, n) => ({
        org_id: 'o1',
        id: `p${n + 100}`,
        number: n % 3 === 0 ? null : `+${n}`,
        label: n % 5 === 0 ? null : '',
      }));
      const put = 'INSERT INTO phones (org_id, id, number, label) VALUES (?, ?, ?, ?)';
      await store.write((tx) =>
        tx.withoutIndexes('phones', () =>
          tx.runMany(
            put,
            phones.map((phone) => Object.values(phone)),
          ),
        ),
      );
      const rows = await store.read((tx) =>
        tx.all('SELECT org_id, id, number, label FROM phones ORDER BY id'),
      );
      assert.deepEqual(rows.map(plain), phones);
    },
  },
  {
    name: 'withoutIndexes passes on what its work throws, and nothing is kept',
    async run(open) {
      const store = await open();
      const failed = store.write((tx) =>
        tx.withoutIndexes('teams', async () => {
          await tx.runMany(insertTeam, teams('a'));
          throw new Error('stop');
        }),
      );
      await assert.rejects(failed, /stop/);
      assert.deepEqual(await teamIds(store), []);
    },
  },
  {
    name: 'optimize changes no row',
    async run(open) {
      const store = await open();
      await store.write((tx) => tx.runMany(insertTeam, teams('a', 'b')));
      await store.optimize();
      assert.deepEqual(await teamIds(store), ['a', 'b']);
    },
  },
  {
    name: 'close waits for what is under way, refuses what comes later, and keeps the rows',
    async run(open) {
      const store = await open();
      const written = store.write(async (tx) => {
        await macrotask();
        await tx.runMany(insertTeam, teams('a'));
      });
      await store.close();
      await written;
      await assert.rejects(teamIds(store), /the store is closed/);
      await assert.rejects(
        store.write(async () => undefined),
        /the store is closed/,
      );
      await store.close();
      assert.deepEqual(await teamIds(await open()), ['a']);
    },
  },
];

const insertTeam = 'INSERT INTO teams (org_id, id, name) VALUES (?, ?, ?)';

const teams = (...ids: string[]): string[][] => ids.map((id) => ['o1', id, id]);

function* manyTeams(count: number): Generator<string[]> {
  for (let n = 0; n < count; n++) yield ['o1', `t${n}`, 'Team'];
}

async function idsIn(tx: Reader): Promise<string[]> {
  const rows = await tx.all<{ id: string }>('SELECT id FROM teams ORDER BY id');
  return rows.map((row) => row.id);
}

const teamIds = (store: Store): Promise<string[]> => store.read(idsIn);

const plain = (row: unknown): unknown => ({ ...(row as object) });

const macrotask = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
