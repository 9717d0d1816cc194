import { drop, put } from '@nghisu/shared/platform/feed.ts';
import { takenItem } from '../agenda/takenItem.ts';
import type { Context, Handler } from '../platform/commands/handler.ts';
import { deletePaper, insertPaper, papersOfMeeting } from './papers.store.ts';

const papersOf = async ({ tx, subjectId }: Context, itemId: string) =>
  (await papersOfMeeting(tx, subjectId)).filter(paper => paper.agendaItemId === itemId);

/** Taking an item off the agenda, with its papers. The agenda itself knows none: they are joined here. */
export function removingPapers(remove: Handler<'agenda.removeItem'>): Handler<'agenda.removeItem'> {
  return {
    ...remove,
    run: async (context, data) => {
      const papers = await papersOf(context, data.itemId);
      const outcomes = await remove.run(context, data);
      for (const paper of papers) await deletePaper(context.tx, paper.id);
      if (papers.length === 0) return outcomes;
      return [...outcomes, { type: 'papers.removed', changes: papers.map(paper => drop('paper', paper.id)) }];
    },
  };
}

/** Carrying an item over to a later meeting, where its papers wait too. They stay readable in the first one. */
export function carryingPapers(carryOver: Handler<'agenda.carryOver'>): Handler<'agenda.carryOver'> {
  return {
    ...carryOver,
    run: async (context, data) => {
      const papers = await papersOf(context, data.itemId);
      const outcomes = await carryOver.run(context, data);
      const taken = takenItem(outcomes, data.toMeetingId);
      if (!taken || papers.length === 0) return outcomes;
      const copies = papers.map(paper => ({
        ...paper,
        id: context.newId(),
        meetingId: data.toMeetingId,
        agendaItemId: taken.id,
      }));
      for (const copy of copies) await insertPaper(context.tx, copy);
      const stream = `meeting:${data.toMeetingId}`;
      return [...outcomes, { type: 'papers.carriedOver', changes: copies.map(put), stream }];
    },
  };
}
