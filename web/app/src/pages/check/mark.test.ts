import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isPdf, markInPdf, pasted, sha256 } from './mark';

const bytes = (text: string) => new TextEncoder().encode(text);
const mark = 'c611dd9d37b897a1063861f728a9015e81051fc40e2e3d0e4e729a7591f9be58';

describe('a fingerprint', () => {
  it('is read as people paste it: over two lines, in capitals, with what stands before it', () => {
    expect(pasted(mark)).toBe(mark);
    expect(pasted(` ${mark.slice(0, 32)}\n${mark.slice(32).toUpperCase()} `)).toBe(mark);
    expect(pasted(`SHA-256: ${mark}`)).toBe(mark);
    for (const wrong of ['', 'vertrouwen', mark.slice(1), mark + '0', 'g' + mark.slice(1)])
      expect(pasted(wrong)).toBeNull();
  });
  it('is found in a report, and not in another file', () => {
    expect(markInPdf(bytes(`%PDF-1.3\n/Keywords (sha256:${mark})\n`))).toBe(mark);
    expect(markInPdf(bytes('%PDF-1.3\n/Title (x)'))).toBeNull();
    expect(isPdf(bytes('%PDF-1.3'))).toBe(true);
    expect(isPdf(bytes('{"version":1}'))).toBe(false);
  });
  it('of a file is what every other program calculates, at every length around a block', () => {
    for (const length of [0, 1, 3, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000, 70000]) {
      const file = bytes('é'.repeat(length)).subarray(0, length);
      expect(sha256(file), `${length} bytes`).toBe(createHash('sha256').update(file).digest('hex'));
    }
  });
});
