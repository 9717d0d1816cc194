import { keepDeviceSetting, readDeviceSetting } from './deviceSetting.ts';

/** What a person may choose; `system` follows the device. The projector theme belongs to a screen, not to a person. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const SETTING = 'theme';
const choices: readonly ThemeChoice[] = ['system', 'light', 'dark'];

let choice = $state<ThemeChoice>(choices.find(known => known === readDeviceSetting(SETTING)) ?? 'system');
let projector = $state(false);

/** The appearance of this device; `choice` is a rune state. */
export const theme = {
  get choice(): ThemeChoice {
    return choice;
  },
  /** Changes the appearance at once and keeps the choice on this device. */
  use(next: ThemeChoice): void {
    choice = next;
    keepDeviceSetting(SETTING, next);
    paint();
  },
  /** Turns the whole page into the projector's; call the returned function to leave it. */
  project(): () => void {
    projector = true;
    paint();
    return () => {
      projector = false;
      paint();
    };
  },
};

/** Applies the kept choice and follows the device from now on; called once at start. */
export function followTheme(): void {
  darkDevice().addEventListener('change', paint);
  paint();
}

function paint(): void {
  const followed = choice === 'system' ? (darkDevice().matches ? 'dark' : 'light') : choice;
  document.documentElement.dataset.theme = projector ? 'projector' : followed;
}

function darkDevice(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}
