import { canReadPaper } from '../papers/papers.policy.ts';
import { isOrganiser, type Viewer } from '../platform/viewer.ts';

/** The item that a paper belongs to, and who presents it. */
type PresentedItem = { readonly agendaItemId: string; readonly presenterId: string | null };

/** Chair and secretaries present, and whoever presents the paper's item; `presenterId` is that person. */
export const canPresent = (viewer: Viewer, item: PresentedItem): boolean =>
  canReadPaper(viewer, item) && (isOrganiser(viewer) || viewer.personId === item.presenterId);

export const presentationPolicies = {
  'presentation.start': canPresent,
  /** Whoever presents may stop, and the organisers. */
  'presentation.stop': canPresent,
};

/** The room follows; whoever may not read the paper does not learn that it is shown. */
export const presentationSight = { presentation: canReadPaper };
