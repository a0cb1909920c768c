const rate = 4000;
const headerBytes = 44;

/** A quiet hum with the rhythm of speech, as a WAV file of some seconds: a stand-in for a recording. */
export function toneOf(secs: number): Blob {
  const samples = Math.max(1, Math.round(secs * rate));
  const bytes = new Uint8Array(headerBytes + samples);
  writeHeader(new DataView(bytes.buffer), samples);
  for (let index = 0; index < samples; index++) {
    const time = index / rate;
    const loudness = 10 * Math.max(0, Math.sin(2 * Math.PI * 2.5 * time));
    const hum = Math.sin(2 * Math.PI * 180 * time) + 0.5 * Math.sin(2 * Math.PI * 360 * time);
    bytes[headerBytes + index] = 128 + Math.round(loudness * hum);
  }
  return new Blob([bytes], { type: 'audio/wav' });
}

/** RIFF header of uncompressed sound: one channel, 8 bits. */
function writeHeader(view: DataView, samples: number): void {
  const text = (at: number, letters: string) =>
    [...letters].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, headerBytes - 8 + samples, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, samples, true);
}
