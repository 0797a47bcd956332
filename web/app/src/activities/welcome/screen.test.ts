import { describe, expect, test } from 'vitest';
import { bridgeOf, mostStones } from './screen';

describe('the bridge of the lobby', () => {
  test('has a place for each who may come, before anybody came', () => {
    expect(bridgeOf(0)).toEqual({ laid: 0, places: 12, per: 1 });
  });

  test('closes at a round number and grows when one more comes', () => {
    expect(bridgeOf(60)).toEqual({ laid: 60, places: 60, per: 1 });
    expect(bridgeOf(61)).toEqual({ laid: 61, places: 80, per: 1 });
  });

  test('counts several people in one stone in a hall of two thousand', () => {
    const { laid, places, per } = bridgeOf(2000);
    expect(per).toBe(7);
    expect(laid).toBeLessThanOrEqual(places);
    expect(laid * per).toBeGreaterThanOrEqual(2000);
  });

  test('never has more stones than can be seen, and never fewer than people came', () => {
    for (let people = 0; people <= 5000; people += 37) {
      const { laid, places, per } = bridgeOf(people);
      expect(places).toBeLessThanOrEqual(mostStones);
      expect(laid * per).toBeGreaterThanOrEqual(people);
    }
  });
});
