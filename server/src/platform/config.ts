import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { S3Settings } from './files/s3/files.s3.ts';

/** Every setting of one server process, checked. */
export type Config = {
  /** TCP port of the web server; 0 takes any free one. */
  readonly port: number;
  /** Address to listen on. */
  readonly host: string;
  /** Absolute folder of the papers and, without `databaseUrl`, of the database. */
  readonly dataDir: string;
  /** PostgreSQL to use instead of the built-in one. */
  readonly databaseUrl: string | null;
  /** Redis that carries hints between several processes. */
  readonly redisUrl: string | null;
  /** The store of the papers; null keeps them in `dataDir`. */
  readonly s3: S3Settings | null;
  /** The address people type, without a path. */
  readonly publicUrl: string | null;
  /** People come over https: cookies may say so. */
  readonly isSecure: boolean;
  /** The exact origins of the pages that may talk to this server. */
  readonly allowedOrigins: readonly string[];
  /** An empty database is filled with the demo province. */
  readonly isDemo: boolean;
  /** The password of every demo login. */
  readonly demoPassword: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** How long a login lasts without being used. */
  readonly sessionHours: number;
  /** The largest paper, in bytes. */
  readonly maxUploadBytes: number;
  /** What `/metrics` asks for as a bearer token; null opens it to loopback only. */
  readonly metricsToken: string | null;
  /** The `X-Forwarded-*` headers come from our own proxy and are believed. */
  readonly trustProxy: boolean;
};

/** Settings that cannot be used; one line for each, which names the variable and says what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Problem = { setting: string; advice: string };

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const PREFIX = 'NGHISU_';
const MEGABYTE = 1024 * 1024;

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine(number => number >= from && number <= to);
const flag = z.enum(['0', '1']).transform(value => value === '1');
const address = (...protocols: string[]) =>
  z.string().refine(value => URL.canParse(value) && protocols.includes(new URL(value).protocol));
const isOrigin = (value: string) => URL.canParse(value) && new URL(value).origin === value;

const settings = z.object({
  PORT: wholeNumber(0, 65_535).prefault('8080'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: address('postgres:', 'postgresql:').optional(),
  REDIS_URL: address('redis:', 'rediss:').optional(),
  S3_ENDPOINT: address('http:', 'https:').optional(),
  S3_REGION: z
    .string()
    .regex(/^[\w-]+$/)
    .default('us-east-1'),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  S3_ACCESS_KEY_ID: z.string().min(3).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(3).optional(),
  S3_PATH_STYLE: flag.prefault('1'),
  PUBLIC_URL: address('http:', 'https:')
    .refine(value => isOrigin(value.replace(/\/$/, '')))
    .transform(value => value.replace(/\/$/, ''))
    .optional(),
  ALLOWED_ORIGINS: z
    .string()
    .transform(list => list.split(',').map(origin => origin.trim()))
    .refine(origins => origins.every(isOrigin))
    .optional(),
  NGHISU_DEMO: flag.prefault('1'),
  NGHISU_DEMO_PASSWORD: z.string().min(8).default('NghiSu@2026'),
  NGHISU_DEMO_PUBLIC: flag.prefault('0'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  SESSION_HOURS: wholeNumber(1, 720).prefault('12'),
  MAX_UPLOAD_MB: wholeNumber(1, 4096).prefault('100'),
  METRICS_TOKEN: z.string().min(16).optional(),
  TRUST_PROXY: flag.prefault('0'),
});

type Settings = z.output<typeof settings>;

/** What each setting must be, as the end of the sentence "NAME must be ...". */
const RULES: Record<keyof Settings, string> = {
  PORT: 'a whole number from 0 to 65535, for example 8080',
  HOST: 'the address or name of a network interface, for example 127.0.0.1',
  DATA_DIR: 'a folder, for example ./data',
  DATABASE_URL: 'a PostgreSQL address, for example postgres://user:password@host:5432/nghisu',
  REDIS_URL: 'a Redis address, for example redis://127.0.0.1:6379',
  S3_ENDPOINT: 'the address of an S3-compatible store, for example http://127.0.0.1:9000',
  S3_REGION: 'a region, for example us-east-1',
  S3_BUCKET: 'the name of a bucket: 3 to 63 small letters, digits, dots and hyphens',
  S3_ACCESS_KEY_ID: 'the id of an access key',
  S3_SECRET_ACCESS_KEY: 'the secret of the access key',
  S3_PATH_STYLE: '1 (the bucket stands in the path) or 0 (in the host name)',
  PUBLIC_URL: 'the address people type, without a path, for example https://hop.tinh.gov.vn',
  ALLOWED_ORIGINS:
    'exact origins separated by commas, for example https://hop.tinh.gov.vn,http://10.0.0.5:8080',
  NGHISU_DEMO: '1 (fill an empty database with demo data) or 0',
  NGHISU_DEMO_PASSWORD: 'at least 8 characters long',
  NGHISU_DEMO_PUBLIC: '1 (others may reach the demo) or 0',
  LOG_LEVEL: `one of ${LOG_LEVELS.join(', ')}`,
  SESSION_HOURS: 'a whole number of hours from 1 to 720',
  MAX_UPLOAD_MB: 'a whole number of megabytes from 1 to 4096',
  METRICS_TOKEN: 'at least 16 characters long',
  TRUST_PROXY: '1 (behind a proxy that sets X-Forwarded-For) or 0',
};

/** Reads the settings from the environment, or throws a `ConfigError` that lists everything to put right. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  // An empty value, as compose files pass on, means that the variable is not set.
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = settings.safeParse(given);
  const problems = unknownSettings(given);
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map(issue => String(issue.path[0]) as keyof Settings));
    problems.push(...[...wrong].map(setting => ({ setting, advice: `must be ${RULES[setting]}` })));
  } else {
    problems.push(...contradictions(parsed.data));
  }
  if (problems.length > 0 || !parsed.data) {
    throw new ConfigError(problems.map(({ setting, advice }) => `${setting} ${advice}.`).join('\n'));
  }
  return configFrom(parsed.data);
}

/** A misspelt `NGHISU_DEMO=0` must not leave known passwords on a real server. */
function unknownSettings(env: Record<string, unknown>): Problem[] {
  const ours = Object.keys(settings.shape).filter(name => name.startsWith(PREFIX));
  return Object.keys(env)
    .filter(name => name.startsWith(PREFIX) && !ours.includes(name))
    .map(setting => ({ setting, advice: `is not a setting; known are ${ours.join(', ')}` }));
}

/** Settings that are right one by one and wrong together. */
function contradictions(given: Settings): Problem[] {
  const problems = halfOfAStore(given);
  const isReachable =
    !isLoopback(given.HOST) || (given.PUBLIC_URL && !isLoopback(new URL(given.PUBLIC_URL).hostname));
  if (given.NGHISU_DEMO && isReachable && !given.NGHISU_DEMO_PUBLIC) {
    problems.push({
      setting: 'NGHISU_DEMO',
      advice:
        'is 1, and demo logins with a known password would be open to others through HOST or PUBLIC_URL. ' +
        'Set NGHISU_DEMO=0 for real use, or NGHISU_DEMO_PUBLIC=1 to show the demo',
    });
  }
  if (isEveryInterface(given.HOST) && !given.PUBLIC_URL && !given.ALLOWED_ORIGINS) {
    problems.push({
      setting: 'PUBLIC_URL',
      advice: `must be set to the address people type, because HOST=${given.HOST} does not tell it`,
    });
  }
  return problems;
}

/** Where some of the store's settings are given, the others must be: papers must not land in a folder by a slip. */
function halfOfAStore(given: Settings): Problem[] {
  const needed = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
  const present = [...needed, 'S3_ENDPOINT' as const].find(name => given[name] !== undefined);
  if (present === undefined) return [];
  const absent = needed.filter(name => given[name] === undefined);
  return absent.map(setting => ({
    setting,
    advice: `must be set too, because ${present} is: ${RULES[setting]}`,
  }));
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host === '::1' ||
    host === '[::1]' ||
    (isIP(host) === 4 && host.startsWith('127.'))
  );
}

function isEveryInterface(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

function configFrom(given: Settings): Config {
  return {
    port: given.PORT,
    host: given.HOST,
    dataDir: resolve(given.DATA_DIR),
    databaseUrl: given.DATABASE_URL ?? null,
    redisUrl: given.REDIS_URL ?? null,
    s3: storeFrom(given),
    publicUrl: given.PUBLIC_URL ?? null,
    isSecure: given.PUBLIC_URL?.startsWith('https:') ?? false,
    allowedOrigins: originsOf(given),
    isDemo: given.NGHISU_DEMO,
    demoPassword: given.NGHISU_DEMO_PASSWORD,
    logLevel: given.LOG_LEVEL,
    sessionHours: given.SESSION_HOURS,
    maxUploadBytes: given.MAX_UPLOAD_MB * MEGABYTE,
    metricsToken: given.METRICS_TOKEN ?? null,
    trustProxy: given.TRUST_PROXY,
  };
}

function storeFrom(given: Settings): S3Settings | null {
  const { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = given;
  if (!S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return null;
  return {
    endpoint: given.S3_ENDPOINT ?? null,
    region: given.S3_REGION,
    bucket: S3_BUCKET,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
    pathStyle: given.S3_PATH_STYLE,
  };
}

function originsOf(given: Settings): string[] {
  const own = isEveryInterface(given.HOST) ? [] : [given.HOST];
  const hosts = ['127.0.0.1', 'localhost', ...own.map(host => (isIP(host) === 6 ? `[${host}]` : host))];
  const listed = given.ALLOWED_ORIGINS ?? hosts.map(host => new URL(`http://${host}:${given.PORT}`).origin);
  return [...new Set(given.PUBLIC_URL ? [...listed, given.PUBLIC_URL] : listed)];
}
