import type { Random } from '../../province/setting/random.ts';
import type { Picture } from '../layout/page.ts';

/** A side of the square of heights; the midpoint method needs a power of two and one. */
const side = 1025;
const shownRows = 760;
const tints = 40;
const shades = 6;
const contours = 14;

/** Heights where one tint passes into the next: plain, terrace, hill, mountain. */
const stops: readonly (readonly [number, number, number])[] = [
  [214, 229, 199],
  [232, 236, 200],
  [240, 226, 178],
  [222, 192, 140],
  [190, 152, 110],
  [160, 120, 92],
];

/** Where a place's name may stand on the map, as fractions of its width and height from the upper left corner. */
export type Relief = { picture: Picture; spots: { x: number; y: number }[] };

/** A relief map of an invented stretch of land inside a district's border, with `count` spots for names. */
export function relief(random: Random, count: number): Relief {
  const heights = landscape(random);
  const border = borderOf(random);
  const pixels = new Uint8Array(side * shownRows);
  const outside = tints * shades;
  const line = outside + 1;
  for (let y = 0; y < shownRows; y++) {
    for (let x = 0; x < side; x++) {
      const at = y * side + x;
      const distance = border(x / side, y / shownRows);
      pixels[at] = distance > 1 ? outside : distance > 0.987 ? line : shadeAt(heights, at, random);
    }
  }
  const picture = { width: side, height: shownRows, pixels, palette: palette(), stored: true };
  return { picture, spots: spotsIn(border, random, count) };
}

// Diamond-square: each round halves the step and the roughness. Heights end up between 0 and 1.
function landscape(random: Random): Float32Array {
  const heights = new Float32Array(side * side);
  for (const corner of [0, side - 1, side * (side - 1), side * side - 1]) heights[corner] = random.next();
  let roughness = 0.6;
  for (let step = side - 1; step > 1; step /= 2, roughness *= 0.54) {
    raiseCentres(heights, step, roughness, random);
    raiseEdges(heights, step / 2, roughness, random);
  }
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const height of heights) {
    if (height < low) low = height;
    if (height > high) high = height;
  }
  return heights.map(height => (height - low) / (high - low));
}

function raiseCentres(heights: Float32Array, step: number, roughness: number, random: Random): void {
  const half = step / 2;
  for (let y = half; y < side; y += step) {
    for (let x = half; x < side; x += step) {
      const [above, below] = [(y - half) * side, (y + half) * side];
      const sum =
        (heights[above + x - half] ?? 0) +
        (heights[above + x + half] ?? 0) +
        (heights[below + x - half] ?? 0) +
        (heights[below + x + half] ?? 0);
      heights[y * side + x] = sum / 4 + (random.next() - 0.5) * roughness;
    }
  }
}

function raiseEdges(heights: Float32Array, half: number, roughness: number, random: Random): void {
  for (let y = 0; y < side; y += half) {
    for (let x = (y / half) % 2 === 0 ? half : 0; x < side; x += half * 2) {
      // At the rim the point opposite stands in for the one that is missing.
      const at = y * side + x;
      const west = heights[x >= half ? at - half : at + half] ?? 0;
      const east = heights[x + half < side ? at + half : at - half] ?? 0;
      const north = heights[y >= half ? at - half * side : at + half * side] ?? 0;
      const south = heights[y + half < side ? at + half * side : at - half * side] ?? 0;
      heights[at] = (west + east + north + south) / 4 + (random.next() - 0.5) * roughness;
    }
  }
}

// Light from the upper left, contour lines dark; the colour number is tint * shades + shade.
function shadeAt(heights: Float32Array, at: number, random: Random): number {
  const height = heights[at] ?? 0;
  const level = Math.floor(height * contours);
  const west = heights[at - 1] ?? height;
  const north = heights[at - side] ?? height;
  const tint = Math.min(tints - 1, Math.floor(height * tints));
  if (level !== Math.floor(west * contours) || level !== Math.floor(north * contours)) return tint * shades;
  const slope = height - (heights[at - side - 1] ?? height);
  const shade = Math.floor(shades / 2 + slope * 150 + random.next() * 0.9);
  return tint * shades + Math.max(1, Math.min(shades - 1, shade));
}

function palette(): Uint8Array {
  const colours: number[] = [];
  for (let tint = 0; tint < tints; tint++) {
    const place = (tint / (tints - 1)) * (stops.length - 1);
    const [low, high] = [stops[Math.floor(place)], stops[Math.ceil(place)]];
    for (let shade = 0; shade < shades; shade++) {
      const light = shade === 0 ? 0.76 : 0.86 + (0.2 * shade) / (shades - 1);
      for (let channel = 0; channel < 3; channel++) {
        const from = low?.[channel] ?? 0;
        const to = high?.[channel] ?? 0;
        colours.push(Math.min(255, Math.round((from + (to - from) * (place % 1)) * light)));
      }
    }
  }
  return Uint8Array.from([...colours, 250, 249, 246, 96, 84, 74]);
}

type Border = (x: number, y: number) => number;

const bearings = 2048;

// Below 1 inside, above 1 outside: a circle bent by a few waves, its radius looked up by bearing.
function borderOf(random: Random): Border {
  const waves = [2, 3, 5, 7, 11].map(times => ({
    times,
    phase: random.next() * 2 * Math.PI,
    reach: 0.26 / times,
  }));
  const radii = Float32Array.from({ length: bearings }, (_, index) => {
    const angle = (index / bearings) * 2 * Math.PI;
    return waves.reduce((sum, wave) => sum + wave.reach * Math.cos(wave.times * angle + wave.phase), 0.72);
  });
  return (x, y) => {
    const [across, up] = [(x - 0.5) * 2.05, (y - 0.5) * 2.05];
    const bearing = Math.floor((Math.atan2(up, across) / (2 * Math.PI) + 0.5) * bearings);
    return Math.sqrt(across * across + up * up) / (radii[bearing % bearings] ?? 1);
  };
}

function spotsIn(border: Border, random: Random, count: number): { x: number; y: number }[] {
  const spots: { x: number; y: number }[] = [];
  for (let tries = 0; tries < 4000 && spots.length < count; tries++) {
    const [x, y] = [0.08 + random.next() * 0.76, 0.06 + random.next() * 0.88];
    const crowded = spots.some(spot => Math.abs(spot.x - x) < 0.15 && Math.abs(spot.y - y) < 0.045);
    if (border(x, y) < 0.9 && border(x + 0.06, y) < 0.95 && !crowded) spots.push({ x, y });
  }
  return spots;
}
