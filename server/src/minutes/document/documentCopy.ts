import { deepestNesting, minutesFragment } from '@nghisu/shared/minutes/document/schema.ts';
import type { Refusal } from '@nghisu/shared/minutes/document/wire.ts';
import * as Y from 'yjs';
import { type Inspection, inspectUpdate, isWellPlaced } from './inspection.ts';
import { followAgenda, itemIdOf, planFor, sectionsOf, serverClientId } from './sections.ts';

/** What became of one update. `update` is what it changed, in the form to be stored; null where it changed nothing. */
type Accepted = {
  readonly update: Uint8Array | null;
  readonly newClients: readonly number[];
  /** It brought text into a place that somebody had deleted meanwhile: stored, but nobody sees it. */
  readonly stranded: boolean;
};

/** `spoilt`: the update got into the copy before it was found wrong, so the copy must be thrown away. */
export type Judgement = Accepted | { readonly refused: Refusal; readonly spoilt: boolean };

type Author = {
  readonly personId: string;
  /** How many Yjs client ids this connection may still bring that nobody has written under. */
  readonly mayBind: number;
};

const judged = 'judged';

/**
 * A throw-away copy of one document, on which updates are tried before they are stored. The database holds the truth;
 * whenever anything is odd, the copy is discarded and made anew from there.
 */
export class DocumentCopy {
  readonly #doc = new Y.Doc();
  readonly #owners: Map<number, string>;
  readonly #largest: number;
  #sections: readonly { element: Y.XmlElement; itemId: string }[] = [];
  #size: number;
  #emitted: Uint8Array | null = null;
  #misplaced = false;

  /** Throws where the updates do not make a whole document. */
  constructor(updates: readonly Uint8Array[], owners: Iterable<readonly [number, string]>, largest: number) {
    this.#owners = new Map(owners);
    this.#largest = largest;
    this.#size = updates.reduce((sum, update) => sum + update.length, 0);
    this.#doc.getXmlFragment(minutesFragment);
    this.#doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.#doc, update);
    });
    this.#expectWhole();
    this.#doc.on('update', update => {
      this.#emitted = update;
    });
    this.#doc.on('afterTransaction', transaction => {
      if (transaction.origin === judged) this.#misplaced = !this.#isWellPlaced(transaction);
    });
  }

  /** Tries an update of a person. */
  judge(update: Uint8Array, author: Author): Judgement {
    const inspection = inspectUpdate(update, this.#doc.store);
    if ('refused' in inspection) return { ...inspection, spoilt: false };
    const owned = this.#newClientsOf(inspection, author);
    if ('refused' in owned) return { ...owned, spoilt: false };
    try {
      this.#emitted = null;
      this.#misplaced = false;
      Y.applyUpdate(this.#doc, update, judged);
    } catch {
      // It may be applied in part: no exception leaves a document as it was.
      return { refused: 'malformed', spoilt: true };
    }
    const fault = this.#fault();
    if (fault) return { refused: fault, spoilt: true };
    for (const client of owned.newClients) this.#owners.set(client, author.personId);
    return { update: this.#emitted, newClients: owned.newClients, stranded: this.#isStranded(inspection) };
  }

  /** Takes in what is stored already. Throws where it does not fit on what the copy holds. */
  absorb(updates: readonly Uint8Array[]): void {
    for (const update of updates) {
      Y.applyUpdate(this.#doc, update);
      this.#size += update.length;
    }
    this.#expectWhole();
  }

  /** What somebody with that state vector lacks, and the state vector here; null where it is none. */
  answer(stateVector: Uint8Array): { update: Uint8Array; stateVector: Uint8Array } | null {
    try {
      Y.decodeStateVector(stateVector);
    } catch {
      return null;
    }
    const update = Y.encodeStateAsUpdate(this.#doc, stateVector);
    return { update, stateVector: Y.encodeStateVector(this.#doc) };
  }

  /** True where the update would change the copy, or cannot be read. */
  isNews(update: Uint8Array): boolean {
    const inspection = inspectUpdate(update, this.#doc.store);
    return 'refused' in inspection || inspection.writers.length > 0 || inspection.deletes;
  }

  /** True where the sections are in line with the agenda. */
  hasSections(wanted: readonly string[]): boolean {
    return planFor(this.#doc, wanted) === null;
  }

  /** The update that brings the sections in line with the agenda, or null. Only under the lock of the document's row. */
  draftSections(wanted: readonly string[]): Uint8Array | null {
    return followAgenda(this.#doc, wanted);
  }

  /** The whole document as one update. */
  merged(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc);
  }

  #newClientsOf(inspection: Inspection, author: Author): { newClients: number[] } | { refused: Refusal } {
    const newClients: number[] = [];
    for (const client of inspection.writers) {
      const owner = this.#owners.get(client);
      if (client === serverClientId || (owner !== undefined && owner !== author.personId))
        return { refused: 'foreign' };
      if (owner === undefined) newClients.push(client);
    }
    return newClients.length > author.mayBind ? { refused: 'too_many' } : { newClients };
  }

  #fault(): Refusal | null {
    const { store, share } = this.#doc;
    if (store.pendingStructs || store.pendingDs) return 'malformed';
    if (this.#misplaced || share.size !== 1) return 'schema';
    const isWhole = ({ element, itemId }: { element: Y.XmlElement; itemId: string }): boolean =>
      element._item?.deleted === false && itemIdOf(element) === itemId;
    if (!this.#sections.every(isWhole)) return 'sections';
    this.#size += this.#emitted?.length ?? 0;
    if (this.#size > this.#largest) this.#size = this.merged().length;
    return this.#size > this.#largest ? 'too_large' : null;
  }

  #isWellPlaced({ beforeState, afterState }: Y.Transaction): boolean {
    for (const [client, after] of afterState) {
      const before = beforeState.get(client) ?? 0;
      if (after === before) continue;
      const structs = this.#doc.store.clients.get(client)!;
      for (let index = Y.findIndexSS(structs, before); index < structs.length; index += 1) {
        const struct = structs[index]!;
        if (struct instanceof Y.Item && !struct.deleted && !isWellPlaced(struct, deepestNesting))
          return false;
      }
    }
    return true;
  }

  #isStranded({ texts }: Inspection): boolean {
    return texts.some(id => Y.getItem(this.#doc.store, id).deleted);
  }

  #expectWhole(): void {
    const { pendingStructs, pendingDs } = this.#doc.store;
    if (pendingStructs || pendingDs) throw new Error('the stored document is not whole');
    this.#sections = sectionsOf(this.#doc).map(element => ({ element, itemId: itemIdOf(element) }));
  }
}
