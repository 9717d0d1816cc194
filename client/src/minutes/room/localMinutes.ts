import { keepDeviceSetting, readDeviceSetting } from '../../platform/device/deviceSetting.ts';

const prefixOf = (personId: string): string => `nghisu-minutes-${personId}-`;

/**
 * Name of the copy of one text on this device. A restored backup has another generation and gets a copy of its own; so
 * does a text whose copy was set aside.
 */
export function localCopyName(personId: string, meetingId: string, generation: number): string {
  const base = `${prefixOf(personId)}${meetingId}-${generation}`;
  const aside = Number(readDeviceSetting(asideSetting(base)) ?? 0);
  return aside > 0 ? `${base}.${aside}` : base;
}

const asideSetting = (base: string): string => `aside-${base}`;

/**
 * Sets a copy aside that the server refuses: it stays on this device with what was typed, and the next opening begins
 * from the server's text instead of being refused again.
 */
export function setCopyAside(copyName: string): void {
  const base = copyName.replace(/\.\d+$/, '');
  keepDeviceSetting(asideSetting(base), `${Number(readDeviceSetting(asideSetting(base)) ?? 0) + 1}`);
}

/** The setting that says that a copy holds text the server has not confirmed. */
export const unsentSetting = (copyName: string): string => `unsent-${copyName}`;

/** Forgets a person's copies at log-out, except those with text that the server does not have yet. */
export async function wipeLocalMinutes(personId: string): Promise<void> {
  const databases = await indexedDB.databases();
  for (const { name } of databases) {
    if (!name?.startsWith(prefixOf(personId)) || readDeviceSetting(unsentSetting(name))) continue;
    indexedDB.deleteDatabase(name);
    keepDeviceSetting(unsentSetting(name), '');
  }
}
