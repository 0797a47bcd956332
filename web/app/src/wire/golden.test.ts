import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Frame } from './protocol';
import { applyFrame, nothing, type Replica } from './replica';

/** A file that web/golden_test.go writes: what one visitor was sent, and what they then have. */
interface Golden {
  frames: Frame[];
  replica: { mark: string; rev: number; items: Record<string, unknown> };
}

const folder = resolve(import.meta.dirname, '../../../testdata/frames');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

const everything = ({ items, cards, clusters }: Replica): Record<string, unknown> => ({
  ...items,
  ...Object.fromEntries([...cards].map(([id, card]) => [`card/${id}`, card])),
  ...Object.fromEntries([...clusters].map(([id, cluster]) => [`cluster/${id}`, cluster])),
});

describe('the frames that the server writes', () => {
  test('are there, for every role', () => {
    expect(files.sort()).toEqual(['host.json', 'participant.json', 'screen.json']);
  });

  for (const file of files) {
    const { frames, replica } = JSON.parse(readFileSync(resolve(folder, file), 'utf8')) as Golden;

    test(`bring whoever follows them to where the server is (${file})`, () => {
      let have = nothing;
      for (const frame of frames) {
        const next = applyFrame(have, frame);
        expect(next, `the frame of revision ${frame.rev} does not go on from what we have`).not.toBeNull();
        have = next!;
      }
      expect([have.mark, have.rev]).toEqual([replica.mark, replica.rev]);
      expect(everything(have)).toEqual(replica.items);
      expect(
        frames.some(({ drop }) => drop),
        'a tombstone is among them',
      ).toBe(true);
      expect(
        frames.slice(1).some(({ since }) => since === 0),
        'and another history',
      ).toBe(true);
    });
  }
});
