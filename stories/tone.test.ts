import { expect, test } from 'vitest';
import { toneOf } from './tone.js';

test('a tone is a WAV file of as many seconds as asked for, and not silent', async () => {
  const blob = toneOf(3);
  expect(blob.type).toBe('audio/wav');
  const view = new DataView(await blob.arrayBuffer());
  const text = (at: number) => String.fromCharCode(...new Uint8Array(view.buffer, at, 4));
  expect([0, 8, 12, 36].map(text)).toEqual(['RIFF', 'WAVE', 'fmt ', 'data']);
  const bytesPerSec = view.getUint32(28, true);
  expect(view.getUint32(40, true) / bytesPerSec).toBe(3);
  expect(view.byteLength).toBe(44 + 3 * bytesPerSec);
  expect(view.getUint32(4, true)).toBe(view.byteLength - 8);
  const samples = new Uint8Array(view.buffer, 44);
  expect(Math.max(...samples)).toBeGreaterThan(132);
  expect(Math.min(...samples)).toBeLessThan(124);
});
