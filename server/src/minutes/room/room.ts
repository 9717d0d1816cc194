import * as Y from 'yjs';
import type { Bus } from '../../platform/bus/bus.ts';
import { levelOf } from '../../platform/database/away.ts';
import { bindClients, type Head } from '../minutes.store.ts';
import type { Offer } from '../storing/copyHolder.ts';
import { type DocumentParts, OtherGeneration } from '../storing/documentParts.ts';
import { StoredDocument } from '../storing/storedDocument.ts';
import { Broadcast } from './broadcast.ts';
import { type Connection, closeCodes } from './connection.ts';
import { answerFrame, isEmptyUpdate, questionFrame } from './frames.ts';
import { PresenceBroadcast } from './presenceBroadcast.ts';
import { RoomBus } from './roomBus.ts';
import { settleTurn, type Turn, takeTurn } from './turn.ts';

type RoomParts = DocumentParts & {
  readonly bus: Bus | null;
  readonly processId: number;
  /** Nobody is left, or the document could not be read or written: the room is of no use any more. */
  readonly onEnd: (room: Room) => void;
  readonly onRefused: (connection: Connection) => void;
  /** The sections that the agenda asks for. */
  readonly wantedSections: () => Promise<readonly string[]>;
  readonly onSectionsLacking: () => void;
};

/**
 * One document with everybody who has it open. Works in turns, one at a time: take what all connections sent, judge
 * it, commit it, tell it, and only then answer who asked whether it is stored.
 */
export class Room {
  readonly connections = new Set<Connection>();
  readonly #parts: RoomParts;
  readonly #document: StoredDocument;
  readonly #broadcast: Broadcast;
  readonly #presence: PresenceBroadcast;
  readonly #bus: RoomBus;
  #offers: Offer[] = [];
  #behind = false;
  #leaving = false;
  #working: Promise<void> | null = null;
  #lastCommit = 0;
  #lastUse = performance.now();
  #emptySince: NodeJS.Timeout | null = null;
  #ended = false;

  constructor(parts: RoomParts) {
    this.#parts = parts;
    this.#document = new StoredDocument(parts);
    this.#broadcast = new Broadcast(() => this.#readers(), parts.limits.sendWindowMs);
    this.#bus = new RoomBus(parts.bus, parts.meetingId, parts.processId, {
      onOffer: offer => {
        this.#offers.push(offer);
        this.#wake();
      },
      onPresence: entries => this.#presence.hearElsewhere(entries),
    });
    this.#presence = new PresenceBroadcast({
      readers: () => this.connections,
      publish: entries => this.#bus.presence(entries),
      bind: (connection, clientId) => this.#bind(connection, clientId),
      windowMs: parts.limits.presenceWindowMs,
    });
  }

  /** Lets a judged connection in. What it sent meanwhile is looked at now. */
  join(connection: Connection): void {
    if (this.#emptySince) clearTimeout(this.#emptySince);
    this.#emptySince = null;
    this.#leaving = false;
    this.connections.add(connection);
    this.#presence.greet(connection);
    // A newcomer may come from another process, with what was stored there a moment ago.
    this.#behind = true;
    connection.attach({
      onMessage: () => this.#wake(),
      onPresence: states => void this.#presence.hear(connection, states),
    });
    this.#wake();
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return;
    this.#presence.leave(connection);
    if (this.connections.size > 0 || this.#ended) return;
    this.#emptySince = setTimeout(() => {
      this.#leaving = true;
      this.#wake();
    }, this.#parts.limits.unloadAfterMs);
  }

  /** Where the document stands in the database: looked at regularly, because every other notice may get lost. */
  notice(head: Head): void {
    const { generation, told } = this.#document.holder;
    if (head.generation === generation && head.seq <= told && !this.hasOtherState(head)) return;
    this.#behind = true;
    this.#wake();
  }

  /** True where the minutes were closed or opened, as far as is known here: then rights are other than they were. */
  hasOtherState(head: Head): boolean {
    const { generation, closed } = this.#document.holder;
    return generation > 0 && (head.state === 'closed') !== closed;
  }

  beat(): void {
    for (const connection of this.connections) connection.beat();
    this.#presence.beat();
    if (performance.now() - this.#lastUse > this.#parts.limits.parkAfterMs) this.#document.holder.park();
  }

  /** Ends the room when the turn at hand is done. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#working;
    this.#end(closeCodes.again, 'server');
  }

  // Not before its first question is answered: whoever comes back is asked first for what it wrote meanwhile, because
  // a deletion that reaches it earlier would take that text along.
  *#readers(): Iterable<Connection> {
    for (const connection of this.connections) if (connection.asked) yield connection;
  }

  #wake(): void {
    if (this.#working || this.#ended) return;
    this.#working = this.#work()
      .catch(error => this.#fail(error))
      .finally(() => {
        this.#working = null;
        if (this.#hasWork()) this.#wake();
      });
  }

  #hasWork(): boolean {
    if (this.#ended) return false;
    return (
      this.#behind ||
      this.#leaving ||
      this.#offers.length > 0 ||
      [...this.connections].some(connection => connection.hasMessages && !connection.suspended)
    );
  }

  async #work(): Promise<void> {
    while (this.#hasWork()) {
      await this.#hearOthers();
      await this.#waitForMore();
      await this.#takeTurn();
      if (this.#leaving) await this.#unload();
    }
  }

  async #hearOthers(): Promise<void> {
    const { holder } = this.#document;
    const isBehind = this.#behind;
    this.#behind = false;
    if (isBehind && holder.generation > 0) await holder.catchUp();
    else if (isBehind) await this.#load();
    for (const offer of this.#offers.splice(0)) await holder.accept(offer);
    this.#tellArrived();
  }

  /** Once for all who wait for it; where it fails there is no room to be in. */
  async #load(): Promise<void> {
    const { wantedSections, onSectionsLacking } = this.#parts;
    const [wanted] = await Promise.all([wantedSections(), this.#document.holder.use(async () => {})]);
    if (this.#document.holder.closed) return;
    if (!(await this.#document.hasSections(wanted))) onSectionsLacking();
  }

  #tellArrived(): void {
    for (const update of this.#document.holder.takeArrived()) this.#broadcast.tell(update, null);
  }

  /** Commits that follow each other closely wait a moment for more to share them. */
  async #waitForMore(): Promise<void> {
    const wait = this.#lastCommit + this.#parts.limits.commitWindowMs - performance.now();
    if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait));
  }

  async #takeTurn(): Promise<void> {
    const { limits, onRefused } = this.#parts;
    const turns = [...this.connections]
      .filter(connection => connection.hasMessages && !connection.suspended)
      .map(connection => takeTurn(connection));
    if (turns.length === 0) return;
    this.#lastUse = performance.now();
    await this.#store(turns.filter(turn => turn.frames.length > 0 && turn.connection.rights?.write));
    for (const turn of turns) if (!turn.connection.rights?.write) await this.#turnAway(turn);
    this.#tellArrived();
    for (const turn of turns) {
      const { connection } = turn;
      connection.answerBarriers(turn.barriers);
      if (turn.refused) {
        onRefused(connection);
        // Closed minutes can still be read: whoever comes back is judged as a reader.
        connection.close(turn.refused === 'closed' ? closeCodes.again : closeCodes.refused, turn.refused);
      } else for (const stateVector of turn.questions) await this.#answer(connection, stateVector);
    }
    await this.#document.compact(limits.compactRows);
  }

  async #store(turns: readonly Turn[]): Promise<void> {
    if (turns.length === 0) return;
    this.#lastCommit = performance.now();
    const { limits } = this.#parts;
    const { holder } = this.#document;
    const results = await this.#document.submit(
      turns.map(({ connection, frames }) => ({
        frames,
        personId: connection.personId,
        synced: connection.synced,
        mayBind: limits.newClientsPerConnection - connection.boundClients,
      })),
    );
    const last = holder.told;
    // Others' updates were stored before these; who has them builds on them.
    this.#tellArrived();
    const updates: Uint8Array[] = [];
    for (const [index, turn] of turns.entries()) {
      const result = results[index]!;
      settleTurn(turn, result);
      if (result.update === null) continue;
      updates.push(result.update);
      this.#broadcast.tell(result.update, turn.connection);
    }
    if (updates.length === 0) return;
    const first = last - updates.length + 1;
    this.#bus.offer({ generation: holder.generation, first, last, update: Y.mergeUpdates(updates) });
  }

  /** A reader's client sends what it has like every other; only what is new in it is refused. */
  async #turnAway(turn: Turn): Promise<void> {
    const { connection, frames } = turn;
    if (frames.some(frame => frame.complete)) connection.synced = true;
    if (!frames.some(frame => !isEmptyUpdate(frame.update))) return;
    const refused = await this.#document.turnAway(connection.personId, frames);
    connection.refused ??= refused;
    if (refused === 'too_slow') turn.refused = refused;
  }

  async #answer(connection: Connection, stateVector: Uint8Array): Promise<void> {
    const answer = await this.#document.answer(stateVector);
    if (!answer) return connection.close(closeCodes.refused, 'malformed');
    this.#tellArrived();
    // The question first: who calls itself synced has then sent all it had.
    connection.send(questionFrame(answer.stateVector));
    connection.send(answerFrame(answer.update));
    connection.asked = true;
  }

  async #unload(): Promise<void> {
    const { limits } = this.#parts;
    await this.#document.compact(limits.unloadRows);
    // Somebody may have come while the rows were merged.
    if (!this.#leaving || this.connections.size > 0 || this.#offers.length > 0) return;
    this.#end(closeCodes.again, 'server');
  }

  async #bind(connection: Connection, clientId: number): Promise<boolean> {
    const { db, meetingId, log } = this.#parts;
    try {
      return await bindClients(db, meetingId, [{ clientId, personId: connection.personId }]);
    } catch (error) {
      log.warn({ err: error, meetingId }, 'a device could not be bound to its person');
      return false;
    }
  }

  #fail(error: unknown): void {
    const { log, meetingId, onEvent } = this.#parts;
    if (error instanceof OtherGeneration) {
      this.#end(closeCodes.outdated, 'generation');
      return;
    }
    log[levelOf(error)]({ err: error, meetingId }, 'minutes could not be read or written');
    onEvent('failed');
    this.#end(closeCodes.failed, 'server');
  }

  #end(code: number, reason: 'server' | 'generation'): void {
    this.#ended = true;
    if (this.#emptySince) clearTimeout(this.#emptySince);
    this.#broadcast.close();
    this.#presence.close();
    this.#bus.close();
    for (const connection of this.connections) connection.close(code, reason);
    this.connections.clear();
    this.#document.holder.discard();
    this.#parts.onEnd(this);
  }
}
