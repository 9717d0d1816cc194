import { localDate } from '@nghisu/shared/platform/dates.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { MadeMeeting, World } from '../../test/worlds/world.ts';

/** An assignment in a running meeting, and everybody who has to do with it. */
export type Given = {
  readonly id: string;
  readonly content: string;
  readonly meeting: MadeMeeting;
  readonly itemId: string;
  readonly leadUnit: string;
  readonly head: string;
  readonly staff: string;
  readonly coordinator: string;
  readonly coordinatorHead: string;
  /** The stream of the lead unit. */
  readonly home: string;
};

/** Today in Viet Nam. */
export const today = (): string => localDate(new Date());

/** The smallest world in which an assignment can live, and the assignment in it, not accepted yet. */
export async function giveAssignment(world: World): Promise<Given> {
  const [leadUnit, coordinator] = [await world.unit(), await world.unit()];
  const head = await world.person({ heads: [leadUnit] });
  const staff = await world.person({ worksIn: [leadUnit] });
  const coordinatorHead = await world.person({ heads: [coordinator] });
  const meeting = await world.meeting({ state: 'running', members: [coordinatorHead] });
  const itemId = await world.agendaItem(meeting);
  const id = newId();
  const content = 'Báo cáo tình hình giải ngân vốn đầu tư công';
  await world.run(meeting.secretary, meeting.stream, 'assignments.assign', {
    assignmentId: id,
    agendaItemId: itemId,
    leadUnitId: leadUnit,
    coordinatingUnitIds: [coordinator],
    content,
    quote: `Giao Sở chủ trì ${content.toLowerCase()}`,
    dueDate: null,
    recurrence: null,
  });
  const home = `unit:${leadUnit}`;
  return { id, content, meeting, itemId, leadUnit, head, staff, coordinator, coordinatorHead, home };
}
