import { keepDeviceSetting, readDeviceSetting } from '../platform/deviceSetting.ts';

const prefixOf = (personId: string): string => `nghisu-minutes-${personId}-`;

/** Name of the copy of one text on this device. A restored backup has another generation and gets a copy of its own. */
export const localCopyName = (personId: string, meetingId: string, generation: number): string =>
  `${prefixOf(personId)}${meetingId}-${generation}`;

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
