import type { Entry, Finding } from '../../history/history.ts';
import { type Counts, Findings } from '../evidence.ts';

type Away = { readonly since: number; until: number };

/** A server may learn of a revocation so much later, whatever fails. */
const graceMs = 5000;

/**
 * I17: from 5 s after a revocation was acknowledged until the next invitation is asked for, nothing of the meeting
 * reaches the person, on any channel of any server. `revoked` is noted when it is acknowledged, `restored` before it is
 * asked for.
 */
export class RightsCheck {
  readonly #away = new Map<string, Away[]>();
  readonly #received: { at: number; key: string; actor: string; kind: string }[] = [];

  take(entry: Entry): void {
    if (entry.f === 'rights') {
      const key = `${entry.person} ${entry.meeting}`;
      const list = this.#away.get(key) ?? [];
      this.#away.set(key, list);
      if (entry.type === 'revoked') list.push({ since: entry.at, until: Number.POSITIVE_INFINITY });
      else if (list.length > 0) list.at(-1)!.until = entry.at;
    }
    if (entry.f !== 'received' || (entry.socket >= 0 && entry.to < 0)) return;
    const [channel, meeting] = entry.stream.split(':');
    if (channel !== 'meeting' && channel !== 'minutes') return;
    const [person] = entry.actor.split('@');
    const key = `${person} ${meeting}`;
    // Only of those whose rights were taken at some time is anything kept; the history of rights comes first.
    if (this.#away.has(key))
      this.#received.push({ at: entry.at, key, actor: entry.actor, kind: `${channel} ${entry.kind}` });
  }

  finish(): { findings: Finding[]; counts: Counts } {
    const findings = new Findings('rights');
    let revocations = 0;
    for (const list of this.#away.values()) revocations += list.length;
    for (const { at, key, actor, kind } of this.#received) {
      const away = this.#away.get(key)!.find(({ since, until }) => at > since + graceMs && at < until);
      if (away)
        findings.add(
          'somebody without rights was told of a meeting',
          `${actor} ${key}: ${kind}, ${Math.round(at - away.since)} ms after`,
        );
    }
    return { findings: findings.list, counts: { revocations } };
  }
}
