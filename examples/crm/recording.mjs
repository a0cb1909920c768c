const RATE = 8000;
const SECONDS = 6;

/** Two tones taking turns like voices, as a WAV file: 8 bits, mono, 8 kHz. */
export function sampleRecording() {
  const samples = Buffer.alloc(RATE * SECONDS);
  for (let at = 0; at < samples.length; at++) {
    const time = at / RATE;
    const pitch = time % 3 < 1.4 ? 180 : 240;
    const syllables = Math.max(0, Math.sin(2 * Math.PI * 2.6 * time));
    const tone = Math.sin(2 * Math.PI * pitch * time) + 0.4 * Math.sin(4 * Math.PI * pitch * time);
    samples[at] = Math.round(128 + 40 * syllables * tone);
  }
  return Buffer.concat([header(samples.length), samples]);
}

function header(size) {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + size, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(size, 40);
  return head;
}
