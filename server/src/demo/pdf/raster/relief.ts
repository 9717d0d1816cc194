import type { Random } from '../../province/setting/random.ts';
import type { Picture } from '../layout/page.ts';

/** A side of the square of heights; the midpoint method needs a power of two and one. */
const side = 1025;
const width = 820;
const height = 608;
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
type Relief = { picture: Picture; spots: { x: number; y: number }[] };

/** Heights between 0 and 1 of an invented stretch of land. */
export type Land = Float32Array;

/** A relief map of a part of the land inside a district's border, with `count` spots for names. */
export function relief(land: Land, random: Random, count: number): Relief {
  const border = borderOf(random);
  const place = windowOf(random);
  const pixels = new Uint8Array(width * height);
  const outside = tints * shades;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const distance = border(x / width, y / height);
      const colour = distance > 1 ? outside : distance > 0.987 ? outside + 1 : shadeAt(land, place(x, y));
      pixels[y * width + x] = colour;
    }
  }
  const picture = { width, height, pixels, palette: palette(), stored: true };
  return { picture, spots: spotsIn(border, random, count) };
}

// Where on the land a point of the map lies; maps of one province show different parts of it, some mirrored.
function windowOf(random: Random): (x: number, y: number) => number {
  const [left, top] = [random.int(1, side - width - 1), random.int(1, side - height - 1)];
  const [mirrored, turned] = [random.chance(0.5), random.chance(0.5)];
  return (x, y) => (top + (turned ? height - 1 - y : y)) * side + left + (mirrored ? width - 1 - x : x);
}

/** Raises a land by the diamond-square method: each round halves the step and the roughness. */
export function createLand(random: Random): Land {
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
  for (let at = 0; at < heights.length; at++) heights[at] = ((heights[at] ?? 0) - low) / (high - low);
  return heights;
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
function shadeAt(land: Land, at: number): number {
  const here = land[at] ?? 0;
  const level = Math.floor(here * contours);
  const tint = Math.min(tints - 1, Math.floor(here * tints));
  const crosses = level !== Math.floor((land[at - 1] ?? here) * contours);
  if (crosses || level !== Math.floor((land[at - side] ?? here) * contours)) return tint * shades;
  const slope = here - (land[at - side - 1] ?? here);
  // The grain of printed paper: a number that looks random and costs nothing.
  const grain = (Math.imul(at, 0x9e3779b1) >>> 24) / 284;
  const shade = Math.floor(shades / 2 + slope * 150 + grain);
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
