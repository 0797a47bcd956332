/** A fingerprint as somebody pasted it: without spaces, in small letters; null when it cannot be one. */
export function pasted(text: string): string | null {
  const mark = text
    .replace(/^sha-?256:?/i, '')
    .replace(/[\s\u00ad\u200b-]/g, '')
    .toLowerCase();
  return /^[0-9a-f]{64}$/.test(mark) ? mark : null;
}

/** The fingerprint that a report carries in its metadata; null when there is none. */
export function markInPdf(file: Uint8Array): string | null {
  const text = new TextDecoder('latin1').decode(file);
  return /sha256:([0-9a-f]{64})/.exec(text)?.[1] ?? null;
}

/** Whether a file begins as a PDF does. */
export const isPdf = (file: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(file.subarray(0, 1024)).includes('%PDF-');

/** SHA-256 (FIPS 180-4), in hexadecimal. Browsers have it, but not on plain http; so this page brings its own, and no file leaves it. */
export function sha256(bytes: Uint8Array): string {
  const length = (((bytes.length + 8) >> 6) + 1) * 64;
  const padded = new Uint8Array(length);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(length - 4, bytes.length << 3);
  const state = Uint32Array.from(initial);
  const w = new Uint32Array(64);
  for (let at = 0; at < length; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(at + 4 * i);
    for (let i = 16; i < 64; i++) {
      const a = w[i - 15]!;
      const b = w[i - 2]!;
      const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
      const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
      w[i] = w[i - 16]! + s0 + w[i - 7]! + s1;
    }
    round(state, w);
  }
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

function round(state: Uint32Array, w: Uint32Array) {
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + s1 + ((e & f) ^ (~e & g)) + constants[i]! + w[i]!) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = state[i]! + word));
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** The first 32 bits of the fractional parts of the roots of the first primes. */
const fractions = (count: number, root: (prime: number) => number): number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) prime &&= n % d !== 0;
    if (prime) found.push(((root(n) % 1) * 2 ** 32) | 0);
  }
  return found;
};
const initial = fractions(8, Math.sqrt);
const constants = fractions(64, Math.cbrt);
