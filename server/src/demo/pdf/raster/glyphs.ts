import type { OutlineStep, Typeface } from '../typeface.ts';

/** A character as ink on a grid: 0 is none, 255 is full; `left` and `top` place it around its base point. */
export type Ink = { width: number; height: number; left: number; top: number; coverage: Uint8Array };

type Edge = { x1: number; y1: number; x2: number; y2: number };

/** Sub-rows a pixel; 4 give 4 shades vertically and exact coverage horizontally. */
const subRows = 4;
const curveSteps = 5;

/** Draws one character with `pixels` pixels to the em. */
export function inkOf(face: Typeface, character: string, pixels: number): Ink {
  const scale = pixels / face.unitsPerEm;
  const edges = edgesOf(face.outline(character), scale);
  if (edges.length === 0) return { width: 0, height: 0, left: 0, top: 0, coverage: new Uint8Array(0) };
  const xs = edges.flatMap(edge => [edge.x1, edge.x2]);
  const ys = edges.flatMap(edge => [edge.y1, edge.y2]);
  const left = Math.floor(Math.min(...xs));
  const top = Math.floor(Math.min(...ys));
  const width = Math.ceil(Math.max(...xs)) - left + 1;
  const height = Math.ceil(Math.max(...ys)) - top + 1;
  const sums = new Float32Array(width * height);
  for (let row = 0; row < height * subRows; row++) {
    const y = top + (row + 0.5) / subRows;
    fillSubRow(sums, Math.floor(row / subRows) * width, width, crossingsAt(edges, y), left);
  }
  return {
    width,
    height,
    left,
    top,
    coverage: Uint8Array.from(sums, sum => Math.min(255, (sum * 255) / subRows)),
  };
}

// Outline steps turned into straight edges, y downwards as in a bitmap.
function edgesOf(steps: readonly OutlineStep[], scale: number): Edge[] {
  const edges: Edge[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (nextX: number, nextY: number) => {
    if (nextY !== y) edges.push({ x1: x, y1: y, x2: nextX, y2: nextY });
    [x, y] = [nextX, nextY];
  };
  for (const { command, args } of steps) {
    const [a = 0, b = 0, c = 0, d = 0] = args.map(
      (value, index) => (index % 2 === 0 ? value : -value) * scale,
    );
    if (command === 'moveTo') [x, y, startX, startY] = [a, b, a, b];
    else if (command === 'lineTo') lineTo(a, b);
    else if (command === 'closePath') lineTo(startX, startY);
    else {
      const [fromX, fromY] = [x, y];
      for (let step = 1; step <= curveSteps; step++) {
        const t = step / curveSteps;
        const u = 1 - t;
        lineTo(u * u * fromX + 2 * u * t * a + t * t * c, u * u * fromY + 2 * u * t * b + t * t * d);
      }
    }
  }
  return edges;
}

type Crossing = { x: number; turn: number };

function crossingsAt(edges: readonly Edge[], y: number): Crossing[] {
  const crossings: Crossing[] = [];
  for (const { x1, y1, x2, y2 } of edges) {
    if (y1 <= y === y2 <= y) continue;
    crossings.push({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: y2 > y1 ? 1 : -1 });
  }
  return crossings.sort((a, b) => a.x - b.x);
}

// The non-zero rule: letters and their marks overlap in composed outlines.
function fillSubRow(
  sums: Float32Array,
  offset: number,
  width: number,
  crossings: readonly Crossing[],
  left: number,
): void {
  let winding = 0;
  let from = 0;
  for (const { x, turn } of crossings) {
    if (winding === 0) from = x - left;
    winding += turn;
    if (winding !== 0) continue;
    const to = Math.min(x - left, width);
    for (let pixel = Math.floor(from); pixel < to; pixel++) {
      const covered = Math.min(to, pixel + 1) - Math.max(from, pixel);
      sums[offset + pixel] = (sums[offset + pixel] ?? 0) + covered;
    }
  }
}
