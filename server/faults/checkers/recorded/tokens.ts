import type * as Y from 'yjs';
import type { Entry, Finding } from '../../history/history.ts';
import { type Counts, Findings } from '../evidence.ts';

const token = /\[\d[a-z]\.\d+\]/g;

/**
 * I10: in the minutes as they are in the end, every token that was called stored stands exactly once, unless it was
 * deleted, or set aside for the secretaries because its section was; one that was typed and not called stored stands at most once; and nothing stands there that nobody typed.
 */
export class TokenCheck {
  readonly #typed = new Map<string, { minutes: string; isStored: boolean; isDeleted: boolean }>();

  take(entry: Entry): void {
    if (entry.f !== 'token') return;
    const known = this.#typed.get(entry.token);
    if (entry.type === 'typed')
      this.#typed.set(entry.token, { minutes: entry.minutes, isStored: false, isDeleted: false });
    else if (known && entry.type === 'stored') known.isStored = true;
    else if (known) known.isDeleted = true;
  }

  /** `texts`: the final text of each of the minutes; `aside`: all that was set aside, whose place had been deleted. */
  finish(
    texts: ReadonlyMap<string, string>,
    aside: ReadonlySet<string>,
  ): { findings: Finding[]; counts: Counts } {
    const findings = new Findings('tokens');
    const standing = new Map<string, number>();
    for (const [minutes, text] of texts) {
      for (const found of tokensIn(text)) {
        standing.set(found, (standing.get(found) ?? 0) + 1);
        if (this.#typed.get(found)?.minutes !== minutes)
          findings.add('a token that nobody typed there', found);
      }
    }
    const counts = {
      ...{ tokens: this.#typed.size, tokensStored: 0, tokensAside: 0 },
      ...{ tokensLost: 0, tokensDoubled: 0 },
    };
    for (const [name, { minutes, isStored, isDeleted }] of this.#typed) {
      const count = standing.get(name) ?? 0;
      if (isStored) counts.tokensStored += 1;
      if (count > 1) {
        counts.tokensDoubled += 1;
        findings.add('a token stands more than once', `${name} in ${minutes}: ${count} times`);
      }
      if (count === 0 && aside.has(name)) counts.tokensAside += 1;
      else if (count === 0 && isStored && !isDeleted) {
        counts.tokensLost += 1;
        findings.add('a token that was called stored is not there', `${name} in ${minutes}`);
      }
    }
    return { findings: findings.list, counts };
  }
}

/** Every token in a text. */
export const tokensIn = (text: string): string[] => [...text.matchAll(token)].map(([found]) => found);

/** All text of a document, in order and without marks. */
export function plainText(node: Y.XmlFragment | Y.XmlElement): string {
  return node
    .toArray()
    .map(child => {
      if (!('toDelta' in child)) return plainText(child as Y.XmlElement);
      const pieces = child.toDelta() as { insert: unknown }[];
      return pieces.map(({ insert }) => (typeof insert === 'string' ? insert : ' ')).join('');
    })
    .join('\n');
}
