import type { Locator, Page } from 'playwright-core';
import type { Actor } from './actors.ts';
import { dialog } from './preparing.ts';

// What people see and do in the meeting room and with their assignments, through the screens.

/** The item that this screen is at. */
export const shows = (actor: Actor, heading: string): Promise<void> =>
  actor.page.getByRole('heading', { name: heading, level: 2 }).waitFor();

/** Looks at an item, wherever the meeting is. */
export const chooseItem = (actor: Actor, itemTitle: string): Promise<void> =>
  agendaEntry(actor, itemTitle).click();

/** An item in the agenda beside the papers. */
export const agendaEntry = ({ page }: Actor, itemTitle: string): Locator =>
  page.getByRole('navigation', { name: 'Chương trình họp' }).getByRole('button', { name: itemTitle });

/** The agenda beside the papers, as it is written. */
export const agendaRail = ({ page }: Actor): Promise<string[]> =>
  page.getByRole('navigation', { name: 'Chương trình họp' }).getByRole('button').allInnerTexts();

/** The state that the sentence in the minutes carries. */
export const stateShows = ({ page }: Actor, state: string): Promise<void> =>
  page.locator('.assignment-state', { hasText: state }).waitFor();

/** Gives one of the chair's rarer orders. */
export async function otherAct({ page }: Actor, act: string): Promise<void> {
  await page.getByRole('button', { name: 'Việc điều hành khác' }).click();
  await page.getByRole('menuitem', { name: act }).click();
}

/** Takes a step of the assignment that is open, through its dialog. */
export async function takeStep(
  page: Page,
  name: string,
  fill?: (form: Locator) => Promise<unknown>,
): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const form = dialog(page, name);
  await fill?.(form);
  await form.getByRole('button', { name, exact: true }).click();
  await form.waitFor({ state: 'detached' });
}
