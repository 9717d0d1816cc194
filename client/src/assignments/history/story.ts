import type { AssignmentEntry } from '@nghisu/shared/assignments/assignments.records.ts';
import { formatDate } from '@nghisu/shared/platform/dates.ts';
import { detailWords } from '../detail/detail.messages.ts';
import { recurrenceWords } from '../state/assignmentState.ts';

/** How names are found: people and units by id. */
export type Names = { readonly person: (id: string) => string; readonly unit: (id: string) => string };

/** What happened in one step, after the name of whoever did it: "nhận việc, phân công Trần Thị B thực hiện". */
export function storyOf(entry: AssignmentEntry, names: Names): string {
  const { story } = detailWords;
  const { responsibleId } = entry.changed;
  const isSelf = responsibleId === entry.byId;
  if (entry.type === 'reported') return story.reported(entry.percent ?? 0);
  if (entry.type === 'accepted' && responsibleId !== undefined)
    return isSelf ? story.acceptedSelf : story.acceptedFor(names.person(responsibleId));
  if (entry.type === 'responsibleNamed')
    return isSelf ? story.responsibleSelf : story.responsibleNamed(names.person(responsibleId ?? ''));
  return story[entry.type];
}

/** What a correction changed, one line for each thing. */
export function changesOf({ changed }: AssignmentEntry, names: Names): string[] {
  const words = detailWords.changed;
  const { dueDate, content, coordination, recurrence } = changed;
  const day = (date: string | null) => (date === null ? words.noDueDate : formatDate(date));
  const units = (ids: readonly string[]) => ids.map(names.unit).join(', ');
  const lines = [
    dueDate && words.dueDate(day(dueDate.before), day(dueDate.after)),
    recurrence &&
      words.recurrence(
        recurrenceWords(recurrence.before) ?? words.noRecurrence,
        recurrenceWords(recurrence.after) ?? words.noRecurrence,
      ),
    coordination?.added.length ? words.added(units(coordination.added)) : undefined,
    coordination?.removed.length ? words.removed(units(coordination.removed)) : undefined,
    content && words.content(content.before),
  ];
  return lines.filter(line => line !== undefined);
}
