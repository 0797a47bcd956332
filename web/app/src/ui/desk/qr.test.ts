import { describe, expect, test } from 'vitest';
import { qrPath } from './qr';

describe('the path of a QR code', () => {
  test('draws neighbours in a row as one rectangle', () => {
    expect(qrPath([[false, true, true, true, false]])).toBe('M1 0h3v1H1z');
  });

  test('keeps rows and gaps apart', () => {
    const path = qrPath([
      [true, false, true],
      [false, true, false],
    ]);
    expect(path).toBe('M0 0h1v1H0zM2 0h1v1H2zM1 1h1v1H1z');
  });
});
