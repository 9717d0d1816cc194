import { foldText, givenName } from '@nghisu/shared/platform/text.ts';

/** What a user name may be made of; the server judges by the same form. */
export const isUsername = (text: string): boolean => /^[a-z0-9._-]{1,80}$/.test(text);

/** The shortest password that is accepted, in characters. */
export const shortestPassword = 12;

/** A free user name for a person as offices form them: given name and initials, "Nguyễn Văn An" is `annv`. */
export function suggestUsername(fullName: string, taken: ReadonlySet<string>): string {
  const words = foldText(fullName)
    .split(' ')
    .map(word => word.replace(/[^a-z0-9]/g, ''))
    .filter(Boolean);
  const given = foldText(givenName(fullName)).replace(/[^a-z0-9]/g, '');
  const initials = words.slice(0, -1).map(word => word[0]);
  const name = `${given}${initials.join('')}`;
  if (name === '' || !taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}${number}`)) number += 1;
  return `${name}${number}`;
}

/** Thirty-two signs that are not mistaken for one another when they are read out or copied by hand. */
const signs = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password to hand over: four groups of four signs, 80 random bits. */
export function makePassword(): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => signs[byte % signs.length]);
  return [0, 4, 8, 12].map(at => letters.slice(at, at + 4).join('')).join('-');
}
