import type { Style } from '../typeface.ts';

/** A grey (1 byte a pixel) or palette (1 byte a pixel plus 3 bytes a colour) picture, row by row from the top. */
export type Picture = {
  width: number;
  height: number;
  pixels: Uint8Array;
  /** Red, green and blue of each colour number; absent where a pixel is its own shade of grey. */
  palette?: Uint8Array;
  /** True where packing would only cost time, as with noise. */
  stored: boolean;
};

/** One thing on a page. Points of 1/72 inch, y upwards from the lower edge, text from its base line. */
export type Mark =
  | {
      kind: 'text';
      x: number;
      y: number;
      style: Style;
      size: number;
      text: string;
      /** Points added to every space, as justified lines need. */
      gap: number;
      /** 0 is black, 1 is white. */
      grey: number;
    }
  | { kind: 'rule'; x1: number; y1: number; x2: number; y2: number; width: number }
  | { kind: 'picture'; x: number; y: number; width: number; height: number; picture: Picture };

/** A page and what stands on it; `hidden` text is laid over a picture for search and copying, and not painted. */
export type Page = { width: number; height: number; marks: Mark[]; hidden: boolean };

const millimetre = 72 / 25.4;

/** A4 and the margins of Decree 30/2020/NĐ-CP, Annex I: top and bottom 20, left 30, right 15-20 mm. */
export const a4 = {
  short: 210 * millimetre,
  long: 297 * millimetre,
  top: 20 * millimetre,
  bottom: 20 * millimetre,
  left: 30 * millimetre,
  right: 16 * millimetre,
} as const;
