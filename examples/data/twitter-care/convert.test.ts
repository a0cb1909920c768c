import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { convert } from './convert.mjs';

test('the committed messages are those of the source', () => {
  const bytes = readFileSync(new URL('tables/messages.csv.gz', import.meta.url));
  const rows = gunzipSync(bytes)
    .toString()
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const count = (column: number, value: string) =>
    rows.filter((row) => row[column] === value).length;
  expect(rows).toHaveLength(1205);
  expect([count(5, 'inbound'), count(6, 'received')]).toEqual([622, 622]);
  expect([count(5, 'outbound'), count(6, 'sent')]).toEqual([583, 583]);
  expect(count(4, 'other')).toBe(1205);
  expect(count(2, 'AdobeCare')).toBe(48 + 45);
  expect(new Set(rows.map((row) => row[2])).size).toBe(24);
  expect(new Set(rows.map((row) => row[3])).size).toBe(520);
  expect(new Set(rows.map((row) => row[7])).size).toBe(524);
});

test('a conversation becomes messages in the inbox of its company', () => {
  const shared = { contact_id: 'P1', conversation_id: 'V1', company: 'Acme', channel: 'social' };
  const { phones, contacts, messages } = convert([
    { ...shared, message_id: 'D1', created_at: '2020-01-01T00:00:00Z', direction: 'inbound' },
    { ...shared, message_id: 'D2', created_at: '2020-01-01T00:05:00Z', direction: 'outbound' },
  ]);
  expect(phones).toEqual([{ id: 'Acme', org_id: 'customer-care', label: 'Acme' }]);
  expect(contacts).toEqual([{ id: 'P1', org_id: 'customer-care' }]);
  expect(messages).toEqual([
    {
      id: 'D1',
      org_id: 'customer-care',
      phone_id: 'Acme',
      contact_id: 'P1',
      channel: 'other',
      direction: 'inbound',
      status: 'received',
      conversation_id: 'V1',
      created_at: '2020-01-01T00:00:00Z',
    },
    expect.objectContaining({ id: 'D2', direction: 'outbound', status: 'sent' }),
  ]);
});
