import type { Post } from '@nghisu/shared/organisation/organisation.records.ts';
import type { LocalDate } from '@nghisu/shared/platform/dates.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';

/** A post as a form holds it; empty texts stand for what is not chosen. */
export type PostDraft = {
  readonly id: string;
  unitId: string;
  title: string;
  head: boolean;
  validFrom: LocalDate | '';
  validTo: LocalDate | '';
};

/** The form of a post that exists, or of a new one held from today. Its id is made here, so that a repeat is harmless. */
export const postDraft = (post: Post | null, today: LocalDate): PostDraft => ({
  id: post?.id ?? newId(),
  unitId: post?.unitId ?? '',
  title: post?.title ?? '',
  head: post?.head ?? false,
  validFrom: post?.validFrom ?? today,
  validTo: post?.validTo ?? '',
});

/** What `organisation.savePost` takes. */
export const postInput = (draft: PostDraft, personId: string) => ({
  id: draft.id,
  personId,
  unitId: draft.unitId,
  title: draft.title,
  head: draft.head,
  validFrom: draft.validFrom,
  validTo: draft.validTo || null,
});

/** The posts of one person as a list shows them: those held or to come first, each group by its beginning. */
export const inOrderOfLife = (posts: readonly Post[], today: LocalDate): Post[] => {
  const isOver = (post: Post) => post.validTo !== null && post.validTo <= today;
  return posts.toSorted(
    (a, b) => Number(isOver(a)) - Number(isOver(b)) || a.validFrom.localeCompare(b.validFrom),
  );
};
