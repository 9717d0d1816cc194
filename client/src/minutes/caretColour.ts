/** Dark enough for white letters, far enough apart to be told from each other. */
const colours = [
  '#2b3a85',
  '#7a2e0e',
  '#1f6539',
  '#6b2a7a',
  '#0f5c70',
  '#8a1f4d',
  '#5a4a00',
  '#374151',
] as const;

/** The colour of a person's caret, the same on every screen. */
export function caretColour(personId: string): string {
  let sum = 0;
  for (const character of personId) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return colours[sum % colours.length]!;
}
