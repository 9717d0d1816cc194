// Vietnamese text as it really arrives: decomposed by macOS, with tone marks behind the wrong letter from PDF
// extraction, with Ƣ in place of Ư from old fonts, and with two accepted spellings of the same syllable.

const INVISIBLE = /(?![\t\n\v\f\r\u0085])\p{Cc}|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const ODD_SPACES = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const SPACES_AT_LINE_ENDS = / ?\n ?/g;

const TONES = '\u0300\u0301\u0303\u0309\u0323';
const TONE = new RegExp(`[${TONES}]`, 'g');
// Circumflex and breve belong to the letter, so a tone typed before them would not compose ("e" + acute + circumflex).
const TONE_BEFORE_SHAPE = /([\u0300\u0301\u0303\u0309])([\u0302\u0306])/g;
const WORD_AND_STRAY_TONE = new RegExp(`((?:\\p{L}\\p{M}*)+)(?: ([${TONES}]))?`, 'gu');
const LETTER = /\p{L}\p{M}*/gu;

const SYLLABLE =
  /^(ngh|ng|nh|ch|gh|gi(?=[aăâeêoôơuưy])|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?([aăâeêioôơuưy]{1,3})(ch|ng|nh|[cmnpt])?$/u;
const SHAPED_VOWEL = /[ăâêôơư]/;
const LONGEST_SYLLABLE = 'nghiêng'.length;

/**
 * The text in the one form the product stores: NFC, Ƣ/ƣ as Ư/ư, Ð as Đ, tone marks moved to the vowel they belong to,
 * invisible and control characters gone, runs of odd spaces as one space. Line breaks stay, as `\n`.
 * Both accepted tone placements ("hoà", "hòa") are kept as written.
 */
export function normaliseVietnamese(text: string): string {
  let form = text;
  // A mark that went back to its vowel leaves a space behind, which may bring the next stray mark beside a word.
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const next = normalisedOnce(form);
    if (next === form) break;
    form = next;
  }
  return form;
}

/** Text as people write it needs two; the rest is for text that is none. */
const mostPasses = 50;

function normalisedOnce(text: string): string {
  const tidy = text
    .replace(INVISIBLE, '')
    .replace(LINE_BREAK, '\n')
    .replace(ODD_SPACES, ' ')
    .replace(SPACES_AT_LINE_ENDS, '\n')
    .trim();
  return fixLookalikes(tidy)
    .normalize('NFD')
    .replace(TONE_BEFORE_SHAPE, '$2$1')
    .replace(WORD_AND_STRAY_TONE, repairTone)
    .normalize('NFC');
}

/**
 * The text folded for search and comparison: lower case, đ as d, no diacritics (so both tone placements are equal),
 * whitespace collapsed. Fold both sides before comparing; never show the result.
 */
export function foldText(text: string): string {
  return fixLookalikes(text.normalize('NFKD').replace(INVISIBLE, ''))
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The name a Vietnamese person is called and sorted by: the last word of the full name. */
export function givenName(fullName: string): string {
  return fullName.trim().split(/\s+/).at(-1) ?? '';
}

const collator = new Intl.Collator('vi', { numeric: true });

/** Orders two texts as a Vietnamese dictionary does (tones after letters, đ after d), numbers by value. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}

/** What is needed to put a person in official order; a lower `protocolOrder` comes first, null comes last. */
interface PersonOrder {
  readonly fullName: string;
  readonly protocolOrder: number | null;
}

/** Orders people as official lists do: protocol order, then given name, then full name. */
export function comparePeople(a: PersonOrder, b: PersonOrder): number {
  const first = a.protocolOrder ?? Number.MAX_SAFE_INTEGER;
  const second = b.protocolOrder ?? Number.MAX_SAFE_INTEGER;
  return (
    first - second ||
    compareVietnamese(givenName(a.fullName), givenName(b.fullName)) ||
    compareVietnamese(a.fullName, b.fullName)
  );
}

// Old Vietnamese fonts draw Ư at the code of Ƣ, and some keyboards give the Icelandic Ð for Đ.
function fixLookalikes(text: string): string {
  return text
    .replaceAll('\u01a2', 'Ư')
    .replaceAll('\u01a3', 'ư')
    .replace(/[\u00d0\u0189]/g, 'Đ')
    .replaceAll('\u00f0', 'đ');
}

// Only a word that is one Vietnamese syllable with exactly one tone is touched: "España" and "ṃ" in Sanskrit stay.
function repairTone(whole: string, word: string, stray: string | undefined): string {
  const letters = word.match(LETTER) ?? [];
  const tones = [...(word.match(TONE) ?? []), ...(stray ? [stray] : [])];
  const tone = tones[0];
  if (letters.length > LONGEST_SYLLABLE || tone === undefined || tones.length > 1) return whole;

  const bare = letters.map(letter => letter.replace(TONE, ''));
  const places = tonePlaces(bare.map(letter => letter.normalize('NFC').toLowerCase()).join(''));
  const current = letters.findIndex(letter => letter.includes(tone));
  const right = places[0];
  if (right === undefined || places.includes(current)) return whole;

  bare[right] += tone;
  return bare.join('') + (stray ? ' ' : '');
}

// Indexes of the letters that may carry the tone, the modern placement first; empty if this is no Vietnamese syllable.
function tonePlaces(syllable: string): number[] {
  const [, onset = '', vowels = '', coda = ''] = SYLLABLE.exec(syllable) ?? [];
  if (vowels === '') return [];
  const shaped = [...vowels].findLastIndex(vowel => SHAPED_VOWEL.test(vowel));
  if (shaped >= 0) return [onset.length + shaped];
  if (vowels.length === 1) return [onset.length];
  if (vowels.length === 3 || coda !== '') return [onset.length + 1];
  return /^(oa|oe|uy)$/.test(vowels) ? [onset.length, onset.length + 1] : [onset.length];
}
