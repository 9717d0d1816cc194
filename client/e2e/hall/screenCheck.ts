import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

export type Window = { readonly width: number; readonly height: number };

/** Windows that every screen is looked at in: a laptop, a tablet lying and standing, a phone. */
export const windows: readonly Window[] = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
];

export const themes = ['light', 'dark'] as const;

/** What does not fit in a screen as it is now: its width, its targets; a line for each place. */
export const sizeFaultsOf = async (page: Page): Promise<string[]> => [
  ...(await sideways(page)),
  ...(await smallTargets(page)),
];

/** What axe finds in a screen as it is now. */
export const axeFaultsOf = (page: Page): Promise<string[]> => violations(axe(page));

/** What is wrong with the colours of a screen as it is now, all that a theme changes. */
export const colourFaultsOf = (page: Page): Promise<string[]> =>
  violations(axe(page).withRules(['color-contrast', 'link-in-text-block']));

// The text that pdf.js lays over a page to be selected is not seen: its colour is no colour.
const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).exclude('.textLayer');

async function violations(builder: AxeBuilder): Promise<string[]> {
  const found = await builder.analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
}

const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const over = document.documentElement.scrollWidth - innerWidth;
    return over > 0 ? [`the page scrolls sideways by ${over} px`] : [];
  });

/** Targets for fingers: 44 px high, 24 px for a link inside a text. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const targets = document.querySelectorAll<HTMLElement>(
      'button, a[href], summary, [role="tab"], [role="menuitem"]',
    );
    return [...targets].flatMap(target => {
      const isHidden = !target.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      // Links that a paper brings along lie where its author put them.
      if (isHidden || target.closest('.visually-hidden, .textLayer, .annotationLayer')) return [];
      // A sign inside a field is pressed as a part of it; a link whose shade lies over its row is as large as that.
      const isRow = getComputedStyle(target, '::after').position === 'absolute';
      // Not `offsetParent`, which is the cell of a table whether the shade is bound to it or not.
      let row = isRow ? target.parentElement : null;
      while (row && getComputedStyle(row).position === 'static') row = row.parentElement;
      const whole = target.closest('.control') ?? row ?? target;
      const { height, width, right, bottom } = whole.getBoundingClientRect();
      if (width < 2 || height < 2 || right < 0 || bottom < 0) return [];
      const least = getComputedStyle(target).display === 'inline' ? 24 : 44;
      // Half a pixel is a matter of rounding.
      if (height >= least - 0.5) return [];
      return [`${height.toFixed(1)} px of ${least}: ${target.outerHTML.slice(0, 160)}`];
    });
  });
