import { isId } from '../../platform/ids.ts';

// The one allow-list of what a text of minutes may hold. The editor builds its extensions from it and the server
// judges every update by it, so that neither ever meets a node that the other does not know.

/** Name of the Y.XmlFragment that holds the document. */
export const minutesFragment = 'minutes';

/** The sections around those of the agenda: who was there and why; and how the meeting ended. */
export const openingSection = 'opening';
export const closingSection = 'closing';

/** Deepest nesting of elements, the section being 1: lists in lists, and nothing that makes a reader recurse for ever. */
export const deepestNesting = 40;

const longestHref = 2048;
const longestTitle = 200;

/** True for a link that may be followed: absolute, http or https, at most 2,048 characters. */
export function isAllowedHref(href: unknown): href is string {
  if (typeof href !== 'string' || href.length > longestHref || !/^https?:\/\//i.test(href)) return false;
  return URL.canParse(href) && /^https?:$/.test(new URL(href).protocol);
}

/** True for the id of an agenda item, `opening` or `closing`. */
export const isSectionId = (id: unknown): id is string =>
  typeof id === 'string' && (id === openingSection || id === closingSection || isId(id));

type ValueRule = (value: unknown) => boolean;
type NodeRule = {
  /**
   * ProseMirror content expression. Where it says `*` an emptied node stays: the binding between ProseMirror and Yjs
   * deletes every element that its schema calls invalid, and two people emptying one section must not delete it.
   */
  readonly content: string;
  /** Kinds of nodes that may stand directly inside. */
  readonly children: readonly string[];
  readonly attributes: Readonly<Record<string, ValueRule>>;
};

const blocks = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote'];
const inline = ['text', 'hardBreak'];
const block = '(paragraph | heading | bulletList | orderedList | blockquote)';
const isNull: ValueRule = value => value === null;

/** Every node of the document, named as Tiptap names it. Text is stored as Y.XmlText and has no element. */
export const minutesNodes: Readonly<Record<string, NodeRule>> = {
  doc: { content: 'section*', children: ['section'], attributes: {} },
  section: { content: `${block}*`, children: blocks, attributes: { itemId: isSectionId } },
  paragraph: { content: 'inline*', children: inline, attributes: {} },
  heading: {
    content: 'inline*',
    children: inline,
    attributes: { level: level => level === 2 || level === 3 },
  },
  bulletList: { content: 'listItem+', children: ['listItem'], attributes: {} },
  orderedList: {
    content: 'listItem+',
    children: ['listItem'],
    attributes: {
      start: start => Number.isInteger(start) && Math.abs(start as number) < 1e6,
      type: type => type === null || (typeof type === 'string' && /^[1aAiI]$/.test(type)),
    },
  },
  listItem: { content: `${block}+`, children: blocks, attributes: {} },
  blockquote: { content: `${block}+`, children: blocks, attributes: {} },
  hardBreak: { content: '', children: [], attributes: {} },
};

/** Every mark and the attributes it carries in the stored text. All of them exclude a second one of their kind. */
export const minutesMarks: Readonly<Record<string, Readonly<Record<string, ValueRule>>>> = {
  bold: {},
  italic: {},
  underline: {},
  strike: {},
  link: {
    href: isAllowedHref,
    target: target => target === null || target === '_blank',
    rel: rel => rel === null || (typeof rel === 'string' && /^(noopener|noreferrer|nofollow| )*$/.test(rel)),
    class: isNull,
    title: title => title === null || (typeof title === 'string' && title.length <= longestTitle),
  },
  assignment: { assignmentId: id => typeof id === 'string' && isId(id) },
};

/** Attributes that a mark cannot do without. */
const neededByMark: Readonly<Record<string, readonly string[]>> = {
  link: ['href'],
  assignment: ['assignmentId'],
};

/** True where the node may stand directly inside the parent. */
export const mayContain = (parent: string, child: string): boolean =>
  ruleOf(minutesNodes, parent)?.children.includes(child) ?? false;

/** True where the node knows the attribute and takes the value. */
export const isAllowedAttribute = (node: string, name: string, value: unknown): boolean =>
  ruleOf(ruleOf(minutesNodes, node)?.attributes ?? {}, name)?.(value) ?? false;

/** True where the mark exists and `value` is its complete and only its attributes, as the binding stores them. */
export function isAllowedMark(name: string, value: unknown): boolean {
  const rules = ruleOf(minutesMarks, name);
  if (!rules || typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const given = value as Record<string, unknown>;
  const needed = neededByMark[name] ?? [];
  return (
    needed.every(key => Object.hasOwn(given, key)) &&
    Object.keys(given).every(key => ruleOf(rules, key)?.(given[key]) ?? false)
  );
}

// Names come from outside: `constructor` must not find what every object inherits.
function ruleOf<Rule>(rules: Readonly<Record<string, Rule>>, name: string): Rule | undefined {
  return Object.hasOwn(rules, name) ? rules[name] : undefined;
}
