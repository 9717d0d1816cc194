import { createClient, RESP_TYPES } from 'redis';

/** Everything that a Redis keeps: each key and its value as it is dumped. Messages under way are kept nowhere. */
export async function keptInRedis(port: number): Promise<Buffer[]> {
  const client = createClient({ url: `redis://127.0.0.1:${port}` });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const kept: Buffer[] = [];
    const bytes = client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
    for await (const keys of client.scanIterator()) {
      for (const key of keys) kept.push(Buffer.from(key), (await bytes.dump(key)) ?? Buffer.alloc(0));
    }
    return kept;
  } finally {
    client.destroy();
  }
}
