/** An instant as records carry it, from the driver's text; null stays null. */
export const instant = <Text extends string | null>(text: Text): Text extends null ? string | null : string =>
  (text === null ? null : new Date(text).toISOString()) as Text extends null ? string | null : string;
