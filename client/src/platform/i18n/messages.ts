/** The languages of the interface; Vietnamese is the first and complete one. */
export type Language = 'vi' | 'en';

/** A tree of messages: plain text, or a function of what goes into the sentence (numbers, names). */
export type Messages = { readonly [key: string]: Message };
type Message = string | ((...values: never[]) => string) | readonly string[] | Messages;

/** The shape of a tree of messages without its particular words: the same keys, the same parameters. */
export type Spoken<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [Key in keyof T]: Spoken<T[Key]> };

/** Both languages of one domain; Vietnamese gives the shape that English must have exactly. */
export type Translations<T> = { readonly vi: T; readonly en: NoInfer<Spoken<T>> };
