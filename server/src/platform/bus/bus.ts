/**
 * Carries hints and payloads between processes. It may lose, repeat and reorder: the database's log is the truth, and
 * everything is right, only slower, without it.
 */
export type Bus = {
  publish(channel: string, message: Uint8Array): void;
  /** Calls the handler for every message of the channel, one's own included; answers how to stop. */
  subscribe(channel: string, handler: (message: Uint8Array) => void): () => void;
  /**
   * Calls the handler when messages may have been lost and the bus works again: what was not told stands in the database
   * now. Answers how to stop.
   */
  onGap(handler: () => void): () => void;
  close(): Promise<void>;
};

/** The bus of one process. */
export function memoryBus(): Bus {
  const handlers = new Map<string, Set<(message: Uint8Array) => void>>();
  return {
    publish(channel, message) {
      for (const handler of handlers.get(channel) ?? []) queueMicrotask(() => handler(message));
    },
    subscribe(channel, handler) {
      const set = handlers.get(channel) ?? new Set();
      handlers.set(channel, set.add(handler));
      return () => set.delete(handler);
    },
    onGap: () => () => undefined,
    close: async () => handlers.clear(),
  };
}

/** JSON over the bus. */
export const encodeMessage = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
export const decodeMessage = (message: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(message));
