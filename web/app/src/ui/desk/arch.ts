/** One stone of the bridge: its outline in the arch's own units, in the order in which stones are laid. */
export interface Stone {
  path: string;
  /** 0 at the crown, 1 at the foot: where in the arch the stone lies. */
  from: number;
}

export const width = 1600;
export const height = 500;

const halfSpan = Math.PI / 4; // a low, wide arch: 90 degrees of a circle
const outer = 760 / Math.sin(halfSpan); // feet 40 units from each side
const crown = { x: width / 2, y: outer + 20 };
const gap = 12; // between stones; half of it is taken by the round corners' stroke
const thick = 150; // of the whole arch, as near as whole rows come

/**
 * The stones of a bridge with this many places, laid from both feet upwards: the last one is the keystone. Rows and
 * sizes follow from the number, so that twelve people and a hundred both make a bridge.
 */
export function archStones(places: number): Stone[] {
  const { rows, deep } = courses(places);
  const stones: (Stone & { angle: number; row: number })[] = [];
  for (let row = 0; row < rows; row++) {
    // Row 0 is the outer one; it takes what does not divide.
    const count = Math.floor(places / rows) + (row < places % rows ? 1 : 0);
    const radius = outer - row * deep;
    for (let i = 0; i < count; i++) {
      const step = (2 * halfSpan) / count;
      const left = -halfSpan + i * step;
      const angle = left + step / 2;
      stones.push({
        path: wedge(left, left + step, radius, radius - deep),
        from: Math.abs(angle) / halfSpan,
        angle,
        row,
      });
    }
  }
  return stones.sort((a, b) => b.from - a.from || b.row - a.row || a.angle - b.angle);
}

/** How many rows, and how deep each is, so that stones are a little wider than high. */
function courses(places: number): { rows: number; deep: number } {
  let best = { rows: 1, deep: thick, off: Infinity };
  for (let rows = 1; rows <= 8; rows++) {
    const wide = (2 * halfSpan * outer * rows) / Math.max(1, places);
    const deep = Math.min(110, wide / 1.3);
    const off = Math.abs(rows * deep - thick);
    if (off < best.off) best = { rows, deep, off };
  }
  return best;
}

function wedge(left: number, right: number, far: number, close: number): string {
  const half = gap / 2;
  const at = (angle: number, radius: number, side: number) => {
    // Moving the corner by a length, not an angle, keeps the joint equally wide from top to bottom.
    const turned = angle + (side * half) / radius;
    return `${(crown.x + Math.sin(turned) * radius).toFixed(1)} ${(crown.y - Math.cos(turned) * radius).toFixed(1)}`;
  };
  const r1 = far - half;
  const r2 = close + half;
  return (
    `M${at(left, r1, 1)}A${r1.toFixed(1)} ${r1.toFixed(1)} 0 0 1 ${at(right, r1, -1)}` +
    `L${at(right, r2, -1)}A${r2.toFixed(1)} ${r2.toFixed(1)} 0 0 0 ${at(left, r2, 1)}Z`
  );
}
