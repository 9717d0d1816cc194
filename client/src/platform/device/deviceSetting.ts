const PREFIX = 'nghisu.';

/** A setting kept on this device only, or null; a browser that forbids storage simply has none. */
export function readDeviceSetting(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** Keeps a setting on this device; forgotten with the page where storage is forbidden. */
export function keepDeviceSetting(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Private browsing without storage: the choice holds for this page.
  }
}
