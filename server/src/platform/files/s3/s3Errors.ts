import { AppError } from '@nghisu/shared/platform/errors.ts';
import { FileNotStored } from '../fileStore.ts';
import type { S3Settings } from './files.s3.ts';

type Answered = Error & { $metadata?: { httpStatusCode?: number }; code?: string };

/** How stores say that they have no room. */
const full = new Set(['QuotaExceeded', 'QuotaExceededException', 'XMinioStorageFull', 'InsufficientStorage']);

const statusOf = (error: Answered): number | undefined => error.$metadata?.httpStatusCode;

/** There is no such file. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');

/** The store is away, slow or overloaded: the same question may be answered later. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const status = statusOf(error);
  // Without an answer the network is at fault, unless the words were not even sent.
  if (status === undefined) return 'code' in error || error.name === 'TimeoutError';
  return (status >= 500 && status !== 507) || status === 429 || status === 408;
}

/** What the store says, in the words of the port: no room, away for now, or a fault of ours. */
export function asFileError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (statusOf(error) === 507 || full.has(error.name)) return new FileNotStored('full', { cause: error });
  return isPassing(error) ? Object.assign(new AppError('unavailable'), { cause: error }) : error;
}

/** The one line for who started the server with settings that the store refuses. */
export function sentenceFor(error: unknown, { bucket, endpoint, accessKeyId }: S3Settings): string {
  const where = endpoint ?? 'Amazon S3';
  const status = error instanceof Error ? statusOf(error) : undefined;
  if (status === 404)
    return `There is no bucket ${bucket} at ${where}. Make it, or set S3_BUCKET and S3_ENDPOINT.`;
  if (status === 401 || status === 403)
    return `${where} refuses ${accessKeyId} the bucket ${bucket}. Check S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY and the rights of the key.`;
  if (status === 301 || status === 400)
    return `${where} does not take requests for ${bucket} in this form (${status}). Check S3_REGION and S3_PATH_STYLE.`;
  return `${where} cannot be used: ${error instanceof Error ? error.message : String(error)}`;
}
