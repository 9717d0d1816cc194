import { canReadPaper } from '../papers/papers.policy.ts';
import { isOrganiser, type Viewer } from '../platform/viewer.ts';

/** Chair and secretaries present, and whoever presents the paper's item; `presenterId` is that person. */
export const canPresent = (viewer: Viewer, item: { readonly presenterId: string | null }): boolean =>
  isOrganiser(viewer) || (viewer.meetingRole !== null && viewer.personId === item.presenterId);

export const presentationPolicies = {
  'presentation.start': canPresent,
  /** Whoever presents may stop, and the organisers. */
  'presentation.stop': canPresent,
};

/** The room follows; whoever may not read the paper does not learn that it is shown. */
export const presentationSight = { presentation: (viewer: Viewer): boolean => canReadPaper(viewer) };
