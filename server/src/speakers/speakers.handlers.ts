import { mayKnowItem } from '@nghisu/shared/agenda/agenda.policy.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { put } from '@nghisu/shared/platform/feed.ts';
import { maySpeak } from '@nghisu/shared/speakers/speakers.policy.ts';
import type { SpeakerRequest } from '@nghisu/shared/speakers/speakers.records.ts';
import { sameTurn, speakerQueue, turnBefore } from '@nghisu/shared/speakers/speakers.rules.ts';
import { seatsIn } from '../attendance/admission/seats.store.ts';
import type { Asking, Context, Handlers } from '../platform/commands/handler.ts';
import { extendSpeech, giveFloor, requestOrRefuse, takeFloor } from './floor.ts';
import { type Asked, askedSoFar, newRequest, openItem, register } from './registering.ts';
import { changeRequest, insertRequest, requestById, requestsOfItem } from './speakers.store.ts';

type Names =
  | 'speakers.request'
  | 'speakers.requestFor'
  | 'speakers.withdraw'
  | 'speakers.write'
  | 'speakers.move'
  | 'speakers.giveFloor'
  | 'speakers.takeFloor'
  | 'speakers.extend';

/** A request of this meeting; any other is one that is not there. */
async function requestOfMeeting({ tx, subjectId }: Asking, { requestId }: { requestId: string }) {
  const request = await requestById(tx, requestId);
  return request?.meetingId === subjectId ? request : null;
}

export const speakersHandlers: Handlers<Names> = {
  'speakers.request': {
    run: (context, data) => register(context, { ...data, personId: context.viewer.personId }),
  },
  'speakers.requestFor': {
    run: async (context, data) => {
      const seat = (await seatsIn(context.tx, context.subjectId, [data.personId])).get(data.personId);
      if (!seat) throw new AppError('not_found');
      if (!maySpeak(seat.meetingRole) || !mayKnowItem(seat, data.agendaItemId))
        throw new AppError('conflict', 'speakers.maySpeakNot');
      return register(context, data);
    },
  },
  'speakers.withdraw': {
    subject: requestOfMeeting,
    run: async (context, { requestId }) => {
      const request = (await requestById(context.tx, requestId))!;
      await openItem(context, request.agendaItemId);
      if (request.state !== 'waiting' && request.state !== 'written')
        throw new AppError('conflict', 'speakers.notWaiting');
      const withdrawn = await changeRequest(context.tx, requestId, { state: 'withdrawn' });
      return [{ type: 'speakers.withdrawn', changes: [put(withdrawn)] }];
    },
  },
  'speakers.write': { run: write },
  'speakers.move': { run: move },
  'speakers.giveFloor': { run: giveFloor },
  'speakers.takeFloor': { subject: requestOfMeeting, run: takeFloor },
  'speakers.extend': { run: extendSpeech },
};

async function write(context: Context, data: { requestId: string; agendaItemId: string; text: string }) {
  const { tx, viewer } = context;
  await openItem(context, data.agendaItemId);
  const before = await requestById(tx, data.requestId);
  if (!before) {
    const asked: Asked = { ...data, personId: viewer.personId, type: 'contribution' };
    await askedSoFar(context, asked);
    const written: SpeakerRequest = { ...newRequest(context, asked), state: 'written', text: data.text };
    await insertRequest(tx, written);
    return [{ type: 'speakers.written', changes: [put(written)] }];
  }
  const isOwn = before.meetingId === context.subjectId && before.personId === viewer.personId;
  if (!isOwn || before.agendaItemId !== data.agendaItemId) throw new AppError('not_found');
  if (before.state !== 'waiting' && before.state !== 'written')
    throw new AppError('conflict', 'speakers.notWaiting');
  const written = await changeRequest(tx, before.id, { state: 'written', text: data.text });
  return [{ type: 'speakers.written', changes: [put(written)] }];
}

async function move(
  context: Context,
  { requestId, beforeId }: { requestId: string; beforeId: string | null },
) {
  const { tx } = context;
  const request = await requestOrRefuse(context, requestId);
  if (request.state !== 'waiting') throw new AppError('conflict', 'speakers.notWaiting');
  const queue = speakerQueue(
    await requestsOfItem(tx, context.subjectId, request.agendaItemId),
    request.agendaItemId,
  );
  if (beforeId === requestId) return [];
  if (beforeId !== null && !queue.some(other => other.id === beforeId))
    throw new AppError('conflict', 'speakers.neighbourGone');
  const type = 'speakers.moved';
  const position = turnBefore(queue, request, beforeId);
  if (position !== null) return [{ type, changes: [put(await changeRequest(tx, requestId, { position }))] }];
  const spread: SpeakerRequest[] = [];
  for (const [index, other] of sameTurn(queue, request).entries())
    spread.push(await changeRequest(tx, other.id, { position: index + 1 }));
  const moved = await changeRequest(tx, requestId, { position: turnBefore(spread, request, beforeId)! });
  return [{ type, changes: [...spread, moved].map(put) }];
}
