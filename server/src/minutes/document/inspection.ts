import {
  isAllowedAttribute,
  isAllowedMark,
  mayContain,
  minutesMarks,
  minutesNodes,
} from '@nghisu/shared/minutes/document/schema.ts';
import type { Refusal } from '@nghisu/shared/minutes/document/wire.ts';
import * as Y from 'yjs';

/** What an update would bring, read before anything is applied. */
export type Inspection = {
  /** Yjs client ids under which it adds something that the document lacks. */
  readonly writers: readonly number[];
  /** It deletes something that is still there. */
  readonly deletes: boolean;
  /** Pieces of text it adds and does not delete itself, by the id of their first character. */
  readonly texts: readonly Y.ID[];
};

type Refused = { readonly refused: Extract<Refusal, 'malformed' | 'incomplete' | 'schema'> };
type Structs = ReturnType<typeof Y.decodeUpdate>['structs'];
type DeleteSet = ReturnType<typeof Y.decodeUpdate>['ds'];
type Store = Y.Doc['store'];

/** Beyond this a clock is no count of typed characters but an attempt to break arithmetic. */
const highestClock = 2 ** 40;

/**
 * Reads an update (version 1) against the document without touching it. `incomplete`: it builds on something that the
 * document does not hold. `schema`: it holds content that minutes never have. Where things stand is judged later.
 */
export function inspectUpdate(update: Uint8Array, store: Store): Inspection | Refused {
  let decoded: { structs: Structs; ds: DeleteSet };
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return { refused: 'malformed' };
  }
  const ends = endsOf(decoded.structs, store);
  if (!ends) return { refused: 'incomplete' };
  const isKnown = (id: Y.ID): boolean => id.clock < (ends.get(id.client) ?? Y.getState(store, id.client));
  const added = decoded.structs.filter(struct => endOf(struct) > Y.getState(store, struct.id.client));
  for (const struct of added) {
    if (endOf(struct) > highestClock) return { refused: 'malformed' };
    if (!(struct instanceof Y.Item)) continue;
    if (!buildsOn(struct).every(isKnown)) return { refused: 'incomplete' };
    if (!isAllowedContent(struct.content)) return { refused: 'schema' };
  }
  if (!deletesOnlyKnown(decoded.ds, isKnown)) return { refused: 'incomplete' };
  const writers = [...new Set(added.map(struct => struct.id.client))];
  return { writers, deletes: deletesAnything(decoded.ds, store), texts: textsOf(added, decoded.ds) };
}

const endOf = (struct: Structs[number]): number => struct.id.clock + struct.length;

/** How far each client's structs reach with this update, or null where they leave a hole. */
function endsOf(structs: Structs, store: Store): Map<number, number> | null {
  const ends = new Map<number, number>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const known = ends.get(client) ?? Y.getState(store, client);
    if (struct instanceof Y.Skip ? endOf(struct) > known : clock > known) return null;
    ends.set(client, Math.max(known, endOf(struct)));
  }
  return ends;
}

function buildsOn(item: Y.Item): Y.ID[] {
  const parent: unknown = item.parent;
  return [item.origin, item.rightOrigin, parent instanceof Y.ID ? parent : null].filter(id => id !== null);
}

function deletesOnlyKnown(deleted: DeleteSet, isKnown: (id: Y.ID) => boolean): boolean {
  for (const [client, ranges] of deleted.clients) {
    for (const { clock, len } of ranges) {
      if (len > 0 && !isKnown(Y.createID(client, clock + len - 1))) return false;
    }
  }
  return true;
}

function deletesAnything(deleted: DeleteSet, store: Store): boolean {
  for (const [client, ranges] of deleted.clients) {
    const structs = store.clients.get(client) ?? [];
    for (const { clock, len } of ranges) {
      if (clock >= Y.getState(store, client)) continue;
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
        if (structs[index]!.id.clock >= clock + len) break;
        if (!structs[index]!.deleted) return true;
      }
    }
  }
  return false;
}

function textsOf(added: Structs, deleted: DeleteSet): Y.ID[] {
  const own = Y.mergeDeleteSets([deleted]);
  return added
    .filter(struct => struct instanceof Y.Item && struct.content instanceof Y.ContentString)
    .map(struct => struct.id)
    .filter(id => !Y.isDeleted(own, id));
}

type Content = Y.Item['content'];

function isAllowedContent(content: Content): boolean {
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return true;
  if (content instanceof Y.ContentAny) return content.arr.every(isPlainValue);
  if (content instanceof Y.ContentFormat) {
    const { key, value } = content as unknown as { key: string; value: unknown };
    return value === null ? Object.hasOwn(minutesMarks, key) : isAllowedMark(key, value);
  }
  if (!(content instanceof Y.ContentType)) return false;
  const { type } = content;
  if (type.constructor === Y.XmlText) return true;
  // Sections come from the agenda alone.
  return isElement(type) && type.nodeName !== 'section' && Object.hasOwn(minutesNodes, type.nodeName);
}

const isPlainValue = (value: unknown): boolean =>
  value === null || typeof value === 'number' || (typeof value === 'string' && value.length <= 200);

/** True for an element proper: not for a hook or a fragment, which share its ancestors. */
export const isElement = (type: unknown): type is Y.XmlElement =>
  type instanceof Y.XmlElement && type.constructor === Y.XmlElement;

/**
 * True where a new item that a person added stands in a place where its content may stand. Only new items need the
 * look: nothing in Yjs moves, so what was right stays right. The cost follows the update, never the document.
 */
export function isWellPlaced(item: Y.Item, deepest: number): boolean {
  const { parent } = item;
  if (parent instanceof Y.XmlText) return isWellPlacedInText(item);
  if (!isElement(parent) || isDeeperThan(parent, deepest)) return false;
  if (item.parentSub !== null) {
    return (
      parent.nodeName !== 'section' &&
      item.content instanceof Y.ContentAny &&
      item.content.arr.every(value => isAllowedAttribute(parent.nodeName, item.parentSub!, value))
    );
  }
  if (!(item.content instanceof Y.ContentType)) return false;
  const { type } = item.content;
  return mayContain(parent.nodeName, isElement(type) ? type.nodeName : 'text');
}

const isWellPlacedInText = (item: Y.Item): boolean =>
  item.parentSub === null &&
  (item.content instanceof Y.ContentString || item.content instanceof Y.ContentFormat);

function isDeeperThan(element: Y.XmlElement, deepest: number): boolean {
  let depth = 1;
  for (let at: unknown = element.parent; isElement(at); at = at.parent) {
    depth += 1;
    if (depth >= deepest) return true;
  }
  return false;
}
