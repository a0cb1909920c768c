/** A recording of a low hum as a WAV file, for tests that play something. */
export function tone(secs: number): Blob {
  const rate = 8000;
  const samples = new Uint8Array(secs * rate);
  for (let at = 0; at < samples.length; at++) {
    samples[at] = 128 + 20 * Math.sin((at / rate) * 2 * Math.PI * 220);
  }
  return new Blob([wavHeader(samples.length, rate), samples], { type: 'audio/wav' });
}

/** RIFF header of 8-bit mono PCM. */
function wavHeader(size: number, rate: number): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(44));
  const text = (at: number, value: string) =>
    [...value].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, 36 + size, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, size, true);
  return view.buffer;
}
