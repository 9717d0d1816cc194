import { newId } from '@nghisu/shared/platform/ids.ts';
import type { SpeakerRequest, SpeechType } from '@nghisu/shared/speakers/speakers.records.ts';
import { speakerQueue } from '@nghisu/shared/speakers/speakers.rules.ts';
import type { MadeMeeting, World } from '../../../test/worlds/world.ts';
import { requestById, requestsOfMeeting } from '../speakers.store.ts';

/** A running meeting with three members, an invitee and an observer; its first item is under discussion. */
export async function createHall(world: World) {
  const [an, binh, chi] = [await world.person(), await world.person(), await world.person()];
  const [invitee, observer] = [await world.person(), await world.person()];
  const members = [an, binh, chi];
  const meeting = await world.meeting({
    members,
    invitees: [invitee],
    observers: [observer],
    state: 'running',
  });
  const [itemId, nextId] = [await world.agendaItem(meeting), await world.agendaItem(meeting)];
  await world.run(meeting.chair, meeting.stream, 'agenda.advance', { itemId });
  return { meeting, itemId, nextId, an, binh, chi, invitee, observer };
}

/** What happens at the microphones of a world's meetings. */
export const microphones = (world: World) => ({
  /** Asks to speak and answers the id of the request. */
  async ask(
    meeting: MadeMeeting,
    agendaItemId: string,
    personId: string,
    type: SpeechType = 'contribution',
  ): Promise<string> {
    const requestId = newId();
    await world.run(personId, meeting.stream, 'speakers.request', { requestId, agendaItemId, type });
    return requestId;
  },
  give: (meeting: MadeMeeting, requestId: string, secondsAllowed?: number) =>
    world.run(meeting.chair, meeting.stream, 'speakers.giveFloor', { requestId, secondsAllowed }),
  async queue(meeting: MadeMeeting, itemId: string): Promise<string[]> {
    return speakerQueue(await requestsOfMeeting(world.db, meeting.id), itemId).map(request => request.id);
  },
  states: (...ids: string[]): Promise<(SpeakerRequest['state'] | undefined)[]> =>
    Promise.all(ids.map(async id => (await requestById(world.db, id))?.state)),
});
