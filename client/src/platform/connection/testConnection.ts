import type { ErrorCode } from '@nghisu/shared/platform/errors.ts';
import { expect, vi } from 'vitest';
import { localProblem } from '../api/problems.ts';
import type { StreamCopies, StreamCopy } from '../device/localCopy.ts';
import type { StreamFeed } from '../feed/streamFeed.svelte.ts';
import { Connection, type ConnectionParts } from './connection.svelte.ts';
import { TestServer } from './testServer.ts';

/** Waits short enough for tests that wait for states. */
const quick = {
  answerMs: 300,
  connectMs: 1_000,
  silenceMs: 200,
  offlineMs: 100,
  holeMs: 5,
  lingerMs: 20,
  keepMs: 5,
  retryMs: () => 20,
};

/** Copies in memory: what another load of the page left behind, and what this one keeps. */
class MemoryCopies implements StreamCopies {
  readonly kept = new Map<string, StreamCopy>();
  read = async (name: string) => this.kept.get(name) ?? null;
  keep = async (name: string, copy: StreamCopy) => void this.kept.set(name, copy);
  drop = async (name: string) => void this.kept.delete(name);
}

/** A real server on a free port, and connections to it that end with the test. */
export class ConnectionWorld {
  readonly server = new TestServer();
  readonly copies = new MemoryCopies();
  readonly #closing: (() => unknown)[] = [];

  connect(parts: ConnectionParts = {}): Connection {
    const { timing, ...rest } = parts;
    const connection = new Connection({
      url: this.server.url,
      copies: this.copies,
      ...rest,
      timing: { ...quick, ...timing },
    });
    this.atEnd(() => connection.close());
    return connection;
  }

  atEnd(close: () => unknown): void {
    this.#closing.push(close);
  }

  async close(): Promise<void> {
    for (const close of this.#closing.reverse()) await close();
    await this.server.stop();
  }
}

export const stream = 'meeting:00000000-0000-4000-8000-000000000001';
export const item = (id: string, title: string) => ({ kind: 'agendaItem', id, title });
export const titles = (feed: StreamFeed) => feed.records('agendaItem').map(({ title }) => title);
export const refuse = (code: ErrorCode) => ({ ok: false as const, problem: localProblem(code) });
export const isLive = (feed: StreamFeed) => vi.waitFor(() => expect(feed.state).toBe('live'));
