import { ConfigError } from '../platform/config.ts';
import { ArchiveError } from './archive/encryption.ts';

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Exit code of a program that was told to stop. */
const toldToStop = 130;

/** Runs a command to its end; what it throws becomes one clear line and exit code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  // Every file that is made, papers and archives, is for this account only.
  process.umask(0o077);
  // Whoever has begun something clears it away at the exit.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(toldToStop));
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`);
    process.exitCode = 1;
  }
}

/** One clear line where the cause is outside the program, the whole story where it is inside. */
function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return 'The disk is full. Nothing was kept.';
  if (code === 'ENOENT' && path) return `There is no ${path}.`;
  if (code === 'EACCES' && path) return `This account may not use ${path}.`;
  if (code === 'ECONNREFUSED') return 'The database cannot be reached. Look at DATABASE_URL.';
  if (code === '55P03') return 'Another program is using the database. End it first.';
  const isExplained =
    error instanceof ConfigError || error instanceof ArchiveError || error.constructor === Error;
  return isExplained || isUsage(code) ? error.message : (error.stack ?? error.message);
}

/** An option that is not known or lacks its value. */
const isUsage = (code: string | undefined): boolean => code?.startsWith('ERR_PARSE_ARGS') ?? false;

const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** `1234567` as `1.2 MB`. */
export function sizeText(bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${(bytes / 1000 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step]}`;
}
