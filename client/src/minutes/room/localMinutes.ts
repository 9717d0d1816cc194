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

/** True where a copy holds text that the server has not confirmed. */
export const holdsUnsent = (copyName: string): boolean => Boolean(readDeviceSetting(unsentSetting(copyName)));

/** Every copy that this device keeps of a person's text of one meeting, and the generation each is of. */
export async function localCopies(
  personId: string,
  meetingId: string,
): Promise<{ name: string; generation: number }[]> {
  const base = `${prefixOf(personId)}${meetingId}-`;
  const databases = await indexedDB.databases();
  return databases.flatMap(({ name }) => {
    const generation = name?.startsWith(base) ? Number.parseInt(name.slice(base.length), 10) : Number.NaN;
    return name && generation > 0 ? [{ name, generation }] : [];
  });
}

/** Forgets a copy, as soon as nobody has it open. */
export function forgetCopy(copyName: string): void {
  indexedDB.deleteDatabase(copyName);
  keepDeviceSetting(unsentSetting(copyName), '');
}

/** Forgets a person's copies at log-out, except those with text that the server does not have yet. */
export async function wipeLocalMinutes(personId: string): Promise<void> {
  const databases = await indexedDB.databases();
  for (const { name } of databases) {
    if (name?.startsWith(prefixOf(personId)) && !holdsUnsent(name)) forgetCopy(name);
  }
}
