import { foldText, normaliseVietnamese } from '@nghisu/shared/platform/text.ts';

/** Longest name in bytes of UTF-8 that every common file system takes, with room for " (1)". */
const longestName = 200;

// Separators, what Windows forbids, and half characters.
const FORBIDDEN = /[<>:"/\\|?*%\p{Cc}\p{Cs}\p{Co}\ufffe\uffff\u2028\u2029]/gu;
const WINDOWS_DEVICE =
  /^(con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]|conin\$|conout\$|clock\$)(\.|$)/i;

/**
 * A name that every system can save under: no path, no control or direction character, no device name of Windows, not
 * hidden, and always with the given ending (`.pdf`), so that a name cannot disguise what the file is.
 */
export function safeFileName(name: string, ending: string): string {
  const tidy = normaliseVietnamese(name.slice(0, 2000).toWellFormed())
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .replace(FORBIDDEN, '_');
  const bare = tidy.toLowerCase().endsWith(ending) ? tidy.slice(0, -ending.length) : tidy;
  const stem = cut(bare.replace(/^[.\s~-]+|[.\s]+$/g, ''), longestName - ending.length).replace(
    /[.\s]+$/,
    '',
  );
  if (/^_*$/.test(stem)) return `tai-lieu${ending}`;
  return `${WINDOWS_DEVICE.test(stem) ? '_' : ''}${stem}${ending}`;
}

/** The longest beginning of the text that fits into so many bytes of UTF-8 without cutting a letter from its marks. */
function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  let size = 0;
  for (const { segment } of new Intl.Segmenter('vi').segment(text)) {
    size += Buffer.byteLength(segment);
    if (size > bytes) break;
    kept += segment;
  }
  return kept;
}

/**
 * `Content-Disposition` (RFC 6266) for a file of this name: plain letters for old programs, the true name in UTF-8
 * (RFC 8187) for all others. The name must come from `safeFileName`.
 */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = foldText(name).replace(/[^a-z0-9 ._()-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
