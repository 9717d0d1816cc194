import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { answer } from '../measure/child.ts';

// The anchor of a download: a file, poured into every answer, whoever asks.

answer({
  start: async ({ path }: { path: string }) => {
    const { size } = statSync(path);
    const http = createServer((_request, response) => {
      response.setHeader('Content-Length', size);
      pipeline(createReadStream(path), response, () => undefined);
    });
    await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  },
});
