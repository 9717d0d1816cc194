import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Log } from '../../log.ts';
import { openArrivals } from '../arrivals.ts';
import { type ArrivedFile, type ByteRange, type FileStore, isSha256, missing } from '../fileStore.ts';
import { cut, rangeHeader, startOf } from './ranges.ts';
import { asFileError, isMissing, isPassing, sentenceFor } from './s3Errors.ts';

/** Where an S3-compatible store is, and who we are there. */
export type S3Settings = {
  /** Null for Amazon's own, which the region names. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The bucket stands in the path, not in the host name, as most stores of one's own want it. */
  readonly pathStyle: boolean;
};

/** Uploads and questions are tried so often. */
const tries = 3;
const ignore = () => undefined;
/** Connections at once: a hall that opens its papers reads many of them. */
const maxSockets = 400;

/**
 * Files as the objects of a bucket, named by their SHA-256. They arrive in a folder of this machine; the upload is one
 * request that is signed together with the hash, so the store itself refuses other bytes, and shows all of them or none.
 * Throws one sentence where the store refuses us; a store that is away may come later.
 */
export async function s3Files(
  settings: S3Settings,
  incoming: string,
  log: Log,
  now = Date.now(),
): Promise<FileStore> {
  const arrivals = await openArrivals(incoming, now);
  const client = clientFor(settings);
  await greet(client, settings, log);
  const at = (sha256: string) => ({ Bucket: settings.bucket, Key: sha256 });

  return {
    put: (content, limits) => arrivals.take(content, limits, file => upload(client, at(file.sha256), file)),
    async size(sha256) {
      if (!isSha256(sha256)) return null;
      try {
        const found = await client.send(new HeadObjectCommand(at(sha256)));
        return found.ContentLength ?? null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw asFileError(error);
      }
    },
    read(sha256, range?: ByteRange) {
      const bytes = isSha256(sha256) ? download(client, at(sha256), range) : missing(sha256);
      return Readable.from(bytes, { objectMode: false, highWaterMark: 256 * 1024 });
    },
    async remove(sha256) {
      if (!isSha256(sha256)) return;
      await client.send(new DeleteObjectCommand(at(sha256))).catch(error => {
        if (!isMissing(error)) throw asFileError(error);
      });
    },
  };
}

function clientFor({ endpoint, region, accessKeyId, secretAccessKey, pathStyle }: S3Settings): S3Client {
  return new S3Client({
    ...(endpoint === null ? {} : { endpoint }),
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: pathStyle,
    maxAttempts: tries,
    // It would write to the console what it throws as well.
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    // Beyond the signed hash, which every store knows, nothing that only some know.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: 3000,
      socketTimeout: 30_000,
      httpAgent: { keepAlive: true, maxSockets },
      httpsAgent: { keepAlive: true, maxSockets },
    },
  });
}

/** A wrong name or key stops the start; a store that is away for a moment does not. */
async function greet(client: S3Client, settings: S3Settings, log: Log): Promise<void> {
  try {
    // Unlike a question for the bucket itself, a refusal of this one says its reason.
    await client.send(new GetObjectCommand({ Bucket: settings.bucket, Key: 'no-such-file' }));
  } catch (error) {
    if (isMissing(error)) return;
    if (!isPassing(error)) throw new Error(sentenceFor(error, settings), { cause: error });
    log.warn({ err: error }, 'the S3 store is away; papers can be read and uploaded once it is back');
  }
}

type Place = { readonly Bucket: string; readonly Key: string };

async function upload(client: S3Client, place: Place, { path, sha256, bytes }: ArrivedFile): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const Body = createReadStream(path);
    const put = new PutObjectCommand({
      ...place,
      Body,
      ContentLength: bytes,
      ContentType: 'application/pdf',
    });
    put.middlewareStack.add(
      next => args => {
        const { headers } = args.request as { headers: Record<string, string> };
        headers['x-amz-content-sha256'] = sha256;
        return next(args);
      },
      { step: 'build', name: 'signedHash' },
    );
    try {
      await client.send(put);
      return;
    } catch (error) {
      // The client itself does not send a stream again.
      if (attempt === tries || !isPassing(error)) throw asFileError(error);
    } finally {
      Body.destroy();
    }
  }
}

async function* download(client: S3Client, place: Place, range?: ByteRange): AsyncGenerator<Uint8Array> {
  const giveUp = new AbortController();
  try {
    const get = new GetObjectCommand({ ...place, ...(range && { Range: rangeHeader(range) }) });
    const answer = await client.send(get, { abortSignal: giveUp.signal }).catch(error => {
      throw asFileError(error);
    });
    const body = answer.Body as Readable;
    if (range) yield* cut(body, startOf(answer.ContentRange), range);
    else yield* body;
  } finally {
    // Whoever stops reading needs no more of it.
    giveUp.abort();
  }
}
