import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { SyncReply } from '@nghisu/shared/platform/feed.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Answer } from '@nghisu/shared/protocol.ts';
import type { Person } from '../../bed/people.ts';
import { type HistoryWriter, instant } from '../../history/history.ts';
import type { Random } from '../../random.ts';
import type { Captures } from '../wire/capture.ts';
import { Line } from '../wire/line.ts';
import { originOf, type Place } from '../wire/place.ts';
import type { Intent } from './intents.ts';

export type CommanderParts = {
  readonly place: Place;
  readonly person: Person;
  readonly random: Random;
  readonly history: HistoryWriter;
  readonly captures: Captures;
  /** What to do next; null for nothing at the moment. */
  readonly next: () => Intent | null;
  /** How long between two commands, on average. */
  readonly pauseMs: number;
};

type Envelope = { id: string; stream: string; name: string; input: unknown };
type Outcome = Answer<{ seq: number }>;

/** No answer within so long is none. */
const patienceMs = 5000;
/** Answers that prove that nothing happened. Others, and no answer at all, prove nothing. */
const proofs = new Set(['invalid', 'not_found', 'conflict', 'too_many', 'too_large', 'unsupported']);

/**
 * One logical process of the history: gives a command, and gives it again under the same id, to any server, until the
 * answer proves something.
 */
export class Commander {
  readonly #parts: CommanderParts;
  readonly #lines: Line[];
  #isStopping = false;
  sent = 0;

  constructor(parts: CommanderParts) {
    this.#parts = parts;
    const home = parts.random.below(parts.place.origins.length);
    this.#lines = [home, -1].map(node => new Line({ ...parts, node }));
  }

  /** Works until `stop`; done when nothing is in flight. */
  async work(): Promise<void> {
    const { random, pauseMs } = this.#parts;
    while (!this.#isStopping) {
      await delay(Math.min(-Math.log(1 - random.next()) * pauseMs, pauseMs * 5));
      const wanted = this.#parts.next();
      if (wanted) await this.#give(wanted);
    }
  }

  stop(): void {
    this.#isStopping = true;
  }

  close(): void {
    for (const line of this.#lines) line.close();
  }

  async #give({ stream, name, input, done }: Intent): Promise<void> {
    const { random } = this.#parts;
    const envelope = { id: newId(), stream, name, input };
    let answer = await this.#send(envelope);
    // An answer that proves nothing leaves the question open, whoever stops meanwhile.
    for (let tries = 0; !isProof(answer) && tries < 60; tries += 1) {
      await delay(100 + random.below(400));
      answer = await this.#send(envelope);
    }
    if (!answer?.ok) return;
    done?.();
    if (random.chance(0.15)) await this.#readBack(stream, answer.seq);
    if (random.chance(0.02)) await Promise.all(Array.from({ length: 5 }, () => this.#send(envelope)));
    if (random.chance(0.01)) await this.#send({ ...envelope, input: changed(input) });
  }

  /** Looks at any server whether what was acknowledged is there to be read: an answer means that it is committed (S9). */
  async #readBack(stream: string, seq: number): Promise<void> {
    const { random, place, person, history } = this.#parts;
    const origin = originOf(place, random.below(place.origins.length));
    const asked = instant();
    const answered = await fetch(`${origin}/api/streams/${stream}?since=${seq}`, {
      headers: { cookie: person.cookie },
      signal: AbortSignal.timeout(patienceMs),
    }).catch(() => null);
    // Not everybody who may give a command to a stream may follow it.
    const reply = answered?.ok ? await answered.json().catch(() => null) : null;
    if (!reply) return;
    const { epoch, seq: to } = reply as SyncReply;
    history.write({
      ...{ f: 'received', at: instant(), actor: `${person.id}@again`, stream, socket: 0, epoch },
      ...{ from: -1, to, kind: 'snapshot', asked },
    });
  }

  /** Sends once, over any way in; null where no answer came. */
  async #send(envelope: Envelope): Promise<Outcome | null> {
    const { random, history, person, place } = this.#parts;
    const line = random.pick(this.#lines);
    const bySocket = line.isOpen && random.chance(0.7);
    const node = bySocket ? line.node : random.below(place.origins.length + 1) - 1;
    const body = createHash('sha256').update(JSON.stringify(envelope.input)).digest('base64url').slice(0, 12);
    const { id, stream, name } = envelope;
    const common = { f: 'command', actor: person.name, node, stream, id, name, body } as const;
    history.write({ ...common, type: 'invoke', at: instant() });
    this.sent += 1;
    try {
      const answer = bySocket
        ? await line.ask<Outcome>('command', envelope, patienceMs)
        : await this.#post(node, envelope);
      const at = instant();
      if (answer.ok) history.write({ ...common, type: 'ok', at, seq: answer.seq });
      else {
        const type = isProof(answer) ? 'fail' : 'info';
        history.write({ ...common, type, at, problem: answer.problem.reason ?? answer.problem.code });
      }
      return answer;
    } catch (error) {
      history.write({ ...common, type: 'info', at: instant(), problem: String(error).slice(0, 100) });
      return null;
    }
  }

  async #post(node: number, envelope: Envelope): Promise<Outcome> {
    const { place, person, captures } = this.#parts;
    const answered = await fetch(`${originOf(place, node)}/api/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: person.cookie },
      body: JSON.stringify(envelope),
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await answered.text();
    captures.take(person.id, text);
    const answer = JSON.parse(text) as { seq: number };
    return answered.ok ? { ok: true, ...answer } : { ok: false, problem: answer as never };
  }
}

const isProof = (answer: Outcome | null): boolean =>
  answer !== null && (answer.ok || proofs.has(answer.problem.code));

/** The same command with another body: a text more, which its schema lets pass or not. */
function changed(input: unknown): unknown {
  const other = { ...(input as Record<string, unknown>) };
  const key = Object.keys(other).find(name => typeof other[name] === 'string' && !name.endsWith('Id'));
  if (key === undefined || key === 'type' || key === 'startsAt' || key === 'sha256')
    return { ...other, more: 1 };
  return { ...other, [key]: `${other[key]} khác` };
}
