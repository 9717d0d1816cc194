import { keepDeviceSetting, readDeviceSetting } from '../device/deviceSetting.ts';
import type { Language, Messages, Spoken, Translations } from './messages.ts';

const SETTING = 'language';

let current = $state<Language>(readDeviceSetting(SETTING) === 'en' ? 'en' : 'vi');

/** The language of the interface on this device; reading `current` in a template or `$derived` follows changes. */
export const language = {
  get current(): Language {
    return current;
  },
  /** Changes the language at once, keeps it on this device and tells assistive technology (`<html lang>`). */
  use(next: Language): void {
    current = next;
    keepDeviceSetting(SETTING, next);
    markDocument();
  },
};

/** Writes the present language to `<html lang>`; called once at start. */
export function markDocument(): void {
  if (typeof document !== 'undefined') document.documentElement.lang = current;
}

/**
 * The messages of one domain, always in the present language: `const words = defineMessages({ vi: {...}, en: {...} })`,
 * then `words.save` or `words.left(3)`. English must have the same keys and parameters as Vietnamese, or it does not
 * compile. Read through the returned object where it is shown: a message copied to a variable does not follow.
 */
export function defineMessages<const T extends Messages>(translations: Translations<T>): Spoken<T> {
  const live = {};
  for (const key of Object.keys(translations.vi)) {
    Object.defineProperty(live, key, { enumerable: true, get: () => translations[current][key as keyof T] });
  }
  return live as Spoken<T>;
}
