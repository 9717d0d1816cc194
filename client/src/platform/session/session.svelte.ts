import { noSeat, type Viewer } from '@nghisu/shared/platform/viewer.ts';
import { api } from '../api/api.ts';
import { ProblemError } from '../api/problems.ts';
import { type Connection, connection, copies } from '../connection/connection.svelte.ts';
import { retryDelayMs } from '../connection/retryDelay.ts';
import { keepDeviceSetting, readDeviceSetting } from '../device/deviceSetting.ts';
import type { LocalCopies } from '../device/localCopy.ts';
import { type Outbox, outbox } from '../outbox/outbox.svelte.ts';

/** Who is logged in; `viewer` is as policies take it, without a role in any meeting. */
type CurrentSession = {
  readonly person: { readonly id: string; readonly fullName: string };
  readonly viewer: Viewer;
  readonly demo: boolean;
};

/** `unknown` until the server was asked, `setup` where the installation has no account yet. */
type SessionState = 'unknown' | 'in' | 'out' | 'setup';

type SessionAnswer = Omit<CurrentSession, 'viewer'> & {
  readonly viewer: Pick<Viewer, 'systemRoles' | 'units'>;
};

/** What begins and ends with a session. */
type SessionParts = {
  readonly connection: Pick<Connection, 'open' | 'close'>;
  readonly outbox: Pick<Outbox, 'open' | 'close' | 'flush' | 'removedElsewhere'>;
  readonly copies: Pick<LocalCopies, 'open' | 'wipe'>;
  readonly api: Pick<typeof api, 'get' | 'post' | 'delete'>;
  readonly retryMs: (tries: number) => number;
};

const rememberedSetting = 'session';
const leavingSetting = 'leaving';

/** The person's session: opens the connection and what waits to be sent, and clears this device at the end. */
export class Session {
  readonly #parts: SessionParts;
  #state = $state.raw<SessionState>('unknown');
  #current = $state.raw<CurrentSession | null>(null);
  /** Counts log-ins and log-outs: an answer to a question asked before one is not believed. */
  #turn = 0;
  #tries = 0;
  #isLeaving = false;
  #checking: Promise<void> | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  get state(): SessionState {
    return this.#state;
  }

  get current(): CurrentSession | null {
    return this.#current;
  }

  get viewer(): Viewer | null {
    return this.#current?.viewer ?? null;
  }

  /** Asks who is here and follows the other tabs of this browser; called once at start. */
  async start(): Promise<void> {
    if (typeof window !== 'undefined') {
      window.addEventListener('storage', ({ key, newValue }) => this.#changedElsewhere(key, newValue));
    }
    await this.check();
  }

  /** Rejects with `ProblemError`. */
  async login(username: string, password: string): Promise<void> {
    await this.#checking;
    const answer = await this.#parts.api.post<SessionAnswer>('/api/session', { username, password });
    this.#turn += 1;
    this.#enter(answer);
  }

  /** Makes the first administrator of an empty installation and logs in as such. Rejects with `ProblemError`. */
  async setUp(input: { username: string; fullName: string; password: string }): Promise<void> {
    await this.#checking;
    const answer = await this.#parts.api.post<SessionAnswer>('/api/setup', input);
    this.#turn += 1;
    this.#enter(answer);
  }

  /** Ends the session and clears this device at once; without a network the server is told as soon as there is one. */
  async logout(): Promise<void> {
    this.#turn += 1;
    this.#leaving = true;
    this.#leave('forget');
    keepDeviceSetting(rememberedSetting, '');
    this.#state = 'out';
    // A question under way was asked as the person who now leaves.
    await this.#checking;
    await this.check();
  }

  /** Asks the server whose session it is now: at start, when rights changed, and when it refused to know us. */
  check(): Promise<void> {
    this.#checking ??= this.#check().finally(() => {
      this.#checking = null;
    });
    return this.#checking;
  }

  async #check(): Promise<void> {
    const turn = this.#turn;
    try {
      if (this.#leaving) {
        await this.#parts.api.delete('/api/session');
        if (turn === this.#turn) this.#leaving = false;
      }
      const answer = await this.#parts.api.get<SessionAnswer>('/api/session');
      if (turn === this.#turn) this.#enter(answer);
    } catch (error) {
      if (turn !== this.#turn) return;
      const isRefused = error instanceof ProblemError && error.problem.code === 'unauthenticated';
      if (isRefused) await this.#refused(turn);
      else this.#unreachable();
    }
  }

  async #refused(turn: number): Promise<void> {
    this.#leave('keep');
    keepDeviceSetting(rememberedSetting, '');
    if (this.#state === 'in') this.#state = 'out';
    const setup = await this.#parts.api.get<{ needed: boolean }>('/api/setup').catch(() => null);
    if (turn === this.#turn) this.#state = setup?.needed ? 'setup' : 'out';
  }

  /** No answer: whoever was here before the page was loaded anew goes on with what this device has kept. */
  #unreachable(): void {
    const remembered = rememberedSession();
    if (this.#leaving) this.#state = 'out';
    else if (this.#current === null && remembered) this.#enter(remembered);
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.check(), this.#parts.retryMs(this.#tries));
    this.#tries += 1;
  }

  #enter({ person, viewer, demo }: SessionAnswer): void {
    if (this.#current && this.#current.person.id !== person.id) this.#leave('keep');
    const isNew = this.#current === null;
    this.#tries = 0;
    this.#leaving = false;
    keepDeviceSetting(rememberedSetting, JSON.stringify({ person, viewer, demo }));
    const { systemRoles, units } = viewer;
    this.#parts.copies.open(person.id, JSON.stringify([systemRoles, units]));
    this.#current = {
      person,
      viewer: { personId: person.id, systemRoles, units, ...noSeat },
      demo,
    };
    this.#state = 'in';
    if (!isNew) return;
    this.#parts.outbox.open(person.id);
    this.#parts.connection.open({
      live: () => this.#parts.outbox.flush(),
      unauthenticated: () => void this.check(),
      rightsChanged: () => void this.check(),
    });
  }

  /** `keep` leaves what waits to be sent for this person's next session; everything else goes in either case. */
  #leave(unsent: 'keep' | 'forget'): void {
    const person = this.#current?.person ?? rememberedSession()?.person;
    this.#parts.outbox.close(unsent);
    this.#parts.connection.close();
    if (person) void this.#parts.copies.wipe(person.id);
    this.#current = null;
  }

  /** The person logged out and the server has not been told yet; outlives the page. */
  get #leaving(): boolean {
    return this.#isLeaving || readDeviceSetting(leavingSetting) === 'yes';
  }

  set #leaving(leaving: boolean) {
    this.#isLeaving = leaving;
    keepDeviceSetting(leavingSetting, leaving ? 'yes' : '');
  }

  #changedElsewhere(key: string | null, value: string | null): void {
    if (key !== `nghisu.${rememberedSetting}`) {
      this.#parts.outbox.removedElsewhere(key);
      return;
    }
    const other = parseSession(value)?.person.id;
    if (other === this.#current?.person.id) return;
    // The cookie is another person's now: nothing of this one may stay on the screen or be asked for.
    this.#turn += 1;
    if (this.#current) this.#leave('keep');
    this.#state = 'unknown';
    void Promise.resolve(this.#checking).then(() => this.check());
  }
}

const rememberedSession = (): SessionAnswer | null => parseSession(readDeviceSetting(rememberedSetting));

function parseSession(text: string | null): SessionAnswer | null {
  try {
    const session = JSON.parse(text || 'null') as SessionAnswer | null;
    const isWhole = typeof session?.person?.id === 'string' && Array.isArray(session.viewer?.systemRoles);
    return isWhole ? session : null;
  } catch {
    return null;
  }
}

/** The page's session. */
export const session = new Session({ connection, outbox, copies, api, retryMs: retryDelayMs });
