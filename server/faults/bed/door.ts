import { setTimeout as delay } from 'node:timers/promises';
import type { CommandInput, CommandName } from '@nghisu/shared/commands.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';

/** The HTTP door of one server, or of the balancer, for one person. Throws whatever is refused, with the answer. */
export class Door {
  readonly #origin: string;
  cookie: string;

  constructor(origin: string, cookie = '') {
    this.#origin = origin;
    this.cookie = cookie;
  }

  /** Runs one command; answers the number of its last event. */
  async command<Name extends CommandName>(
    stream: string,
    name: Name,
    input: CommandInput<Name>,
  ): Promise<number> {
    const answer = await this.post('/api/commands', { id: newId(), stream, name, input });
    return ((await answer.json()) as { seq: number }).seq;
  }

  async post(path: string, body: unknown): Promise<Response> {
    return this.#ask(path, 'application/json', JSON.stringify(body));
  }

  /** Uploads a PDF for a meeting; answers its hash. */
  async upload(meetingId: string, fileName: string, file: Buffer): Promise<string> {
    const path = `/api/uploads?meetingId=${meetingId}&fileName=${encodeURIComponent(fileName)}`;
    const answer = await this.#ask(path, 'application/pdf', new Uint8Array(file));
    return ((await answer.json()) as { sha256: string }).sha256;
  }

  async #ask(path: string, type: string, body: string | Uint8Array<ArrayBuffer>): Promise<Response> {
    const headers = { 'content-type': type, cookie: this.cookie };
    const send = () => fetch(`${this.#origin}${path}`, { method: 'POST', headers, body });
    let answer = await send();
    // A machine at its limit says so; the same again is harmless.
    for (let tries = 1; answer.status === 503 && tries < 20; tries += 1) {
      await delay(250);
      answer = await send();
    }
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }
}

/** The cookie that an answer sets. */
export const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
