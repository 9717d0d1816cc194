import { parseStreamId } from '@nghisu/shared/platform/feed.ts';
import type { MinutesServer } from './minutes/minutesServer.ts';
import type { Sessions } from './organisation/sessions.ts';
import { type Bus, decodeMessage } from './platform/bus/bus.ts';
import type { Feed } from './platform/feed/feed.ts';
import type { Log } from './platform/log.ts';
import type { StoredEvent } from './platform/streams/streams.ts';
import type { Sockets } from './platform/web/sockets.ts';
import type { Voting } from './votesWiring.ts';

/** Whoever in this process has to know what the bus brings. */
type BusEars = {
  readonly bus: Bus;
  readonly feed: Feed;
  readonly sockets: Sockets;
  readonly minutes: MinutesServer;
  readonly voting: Voting;
  readonly log: Log;
};

/** An item that is taken up or ended leaves the sections of the minutes as they are. */
const changesSections = (type: string): boolean =>
  type === 'minutes.started' ||
  (type.startsWith('agenda.') && type !== 'agenda.itemStarted' && type !== 'agenda.itemEnded');

/** Hands what the bus brings to whoever in this process has to know. */
export function listenToBus({ bus, feed, sockets, minutes, voting, log }: BusEars): () => void {
  const stopEvents = bus.subscribe('events', message => {
    const byStream = Map.groupBy(decodeMessage(message) as StoredEvent[], event => event.stream);
    for (const [stream, events] of byStream) {
      feed.receive(stream, events);
      voting.heard(events);
      if (!events.some(event => changesSections(event.type))) continue;
      minutes
        .sectionsChanged(parseStreamId(stream).subjectId)
        .catch(error =>
          log.warn({ err: error, stream }, 'the sections of the minutes were not brought up to date'),
        );
    }
  });
  const stopSessions = bus.subscribe('sessions', message => {
    const { sessionId } = decodeMessage(message) as { sessionId: string };
    endSessions({ sockets, minutes }, new Set([sessionId]));
  });
  return () => {
    stopEvents();
    stopSessions();
  };
}

function endSessions({ sockets, minutes }: Pick<BusEars, 'sockets' | 'minutes'>, ended: Set<string>): void {
  sockets.endSessions(ended);
  for (const sessionId of ended) minutes.endSession(sessionId);
}

/** Ends the connections of sessions whose time is over, or whose end the bus did not tell. */
export async function endClosedSessions(
  core: Pick<BusEars, 'sockets' | 'minutes'> & { readonly sessions: Sessions },
): Promise<void> {
  const connected = [...core.sockets.sessionIds(), ...core.minutes.sessionIds()];
  const open = await core.sessions.open(connected);
  endSessions(core, new Set(connected.filter(sessionId => !open.has(sessionId))));
}
