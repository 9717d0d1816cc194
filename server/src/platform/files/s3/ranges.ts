import type { ByteRange } from '../fileStore.ts';

export const rangeHeader = ({ start, end }: ByteRange): string => `bytes=${start}-${end}`;

/** Where in the file an answer begins: a store that does not know ranges sends everything. */
export const startOf = (contentRange: string | undefined): number =>
  Number(/^bytes (\d+)-/.exec(contentRange ?? '')?.[1] ?? 0);

/** Of bytes that begin at `from`, those of the range; a store may send more than it was asked for. */
export async function* cut(
  bytes: AsyncIterable<Uint8Array>,
  from: number,
  { start, end }: ByteRange,
): AsyncGenerator<Uint8Array> {
  let at = from;
  for await (const chunk of bytes) {
    const part = chunk.subarray(Math.max(0, start - at), Math.max(0, end + 1 - at));
    if (part.length > 0) yield part;
    at += chunk.length;
    if (at > end) return;
  }
  throw new Error(`the store ended at byte ${at} of a range to ${end}`);
}
