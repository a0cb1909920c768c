import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeRows, type RowWriter } from '../ingest/apply.js';
import { openImportFolder } from '../testing/import-folder.js';
import { rebuildOrganization } from './rebuild.js';
import { verifyOrganization } from './verify.js';

const NOW = Date.parse('2026-03-15T12:00:00Z');
const ORGS = ['o1', 'o2'];

const contact = fc.record({
  org_id: fc.constantFrom(...ORGS),
  id: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
  name: fc.constantFrom('Ada', 'Ben'),
});
const steps = fc.array(
  fc.record({ isGoing: fc.boolean(), contacts: fc.array(contact, { maxLength: 5 }) }),
  { minLength: 1, maxLength: 12 },
);

test('contacts that come, change, come twice and go are counted, and counted alike anew', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (drawn, isFilled) => {
      const folder = await openImportFolder(NOW);
      const { store } = folder;
      const there = new Set<string>();
      const counted = () =>
        store.read((tx) => tx.all('SELECT org_id, key, n FROM contact_count ORDER BY org_id'));
      const expected = () =>
        ORGS.map((org_id) => ({
          org_id,
          key: 'all',
          n: [...there].filter((text) => text.startsWith(org_id)).length,
        })).filter(({ n }) => n > 0);
      try {
        await writeRows(store, (rows) =>
          rows.putJson(
            'organizations',
            ORGS.map((id) => ({ id, name: id, timezone: 'UTC' })),
            NOW,
          ),
        );
        for (const { isGoing, contacts } of drawn) {
          const work = async (rows: RowWriter) => {
            if (!isGoing) await rows.putJson('contacts', contacts, NOW);
            else
              await rows.remove(
                'contacts',
                contacts.map(({ org_id, id }) => [org_id, id]),
              );
          };
          await writeRows(store, (rows) =>
            isFilled ? rows.fill('contacts', () => work(rows)) : work(rows),
          );
          for (const { org_id, id } of contacts) {
            if (isGoing) there.delete(`${org_id} ${id}`);
            else there.add(`${org_id} ${id}`);
          }
          expect(await counted()).toEqual(expected());
        }
        for (const org of ORGS) {
          expect(await verifyOrganization(store, org)).toEqual(expect.any(Number));
          await store.write((tx) => rebuildOrganization(tx, org));
        }
        expect(await counted()).toEqual(expected());
      } finally {
        await folder.close();
      }
    }),
    { numRuns: 30 },
  );
});
