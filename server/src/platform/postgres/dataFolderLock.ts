import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, isRunning, type ProcessIdentity } from './processes.ts';

/** The sole right to a folder, held until released or until the process ends in whatever way. */
export type DataFolderLock = { release(): void };

type Claim = ProcessIdentity & { released?: true };

const NAME = /^server\.lock\.(\d+)$/;
const KEPT = 4;
const ATTEMPTS = 100;

/**
 * Takes the folder for this process, or throws an error that names the process that holds it.
 *
 * Claims are numbered files and the highest number holds the folder. Whoever finds its holder dead creates the
 * next number, which only one of several can do. The highest is never deleted and the last few are kept, so a
 * slow starter that judged an older claim always meets the newer one.
 */
export function lockDataFolder(folder: string): DataFolderLock {
  const claimed = join(folder, `server.claim.${process.pid}.${process.hrtime.bigint()}`);
  writeFileSync(claimed, JSON.stringify(identityOf(process.pid)), { mode: 0o644 });
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const number = claimNext(folder, claimed);
      if (number !== undefined) return { release: () => release(folder, number) };
    }
  } finally {
    rmSync(claimed, { force: true });
  }
  throw new Error(`The data folder ${folder} is being taken by several starting servers. Start only one.`);
}

/** One try: the number of our claim, or undefined when somebody else was quicker. */
function claimNext(folder: string, claimed: string): number | undefined {
  const last = highestClaim(folder);
  if (last > 0) {
    const holder = readClaim(folder, last);
    if (holder === 'gone') return undefined;
    if (holder && !holder.released && isRunning(holder)) throw folderInUse(folder, holder.pid);
  }
  const number = last + 1;
  try {
    // A link shows the complete claim at once and fails where the number is taken.
    linkSync(claimed, fileOf(folder, number));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
  if (highestClaim(folder) > number) {
    rmSync(fileOf(folder, number), { force: true });
    return undefined;
  }
  for (const old of claimNumbers(folder)) {
    if (old <= number - KEPT) rmSync(fileOf(folder, old), { force: true });
  }
  return number;
}

function folderInUse(folder: string, pid: number): Error {
  return new Error(
    `Another server (process ${pid}) is already using the data folder ${folder}. ` +
      'Stop it first, or set DATA_DIR to another folder.',
  );
}

function release(folder: string, number: number): void {
  const claim: Claim = { ...identityOf(process.pid), released: true };
  const temporary = join(folder, `server.claim.${process.pid}.${number}`);
  try {
    writeFileSync(temporary, JSON.stringify(claim), { mode: 0o644 });
    renameSync(temporary, fileOf(folder, number));
  } catch (error) {
    // The folder may have been removed meanwhile; then there is nothing left to release.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** The claim, 'gone' when a newer one replaced it, undefined when a power cut left it unreadable. */
function readClaim(folder: string, number: number): Claim | 'gone' | undefined {
  let text: string;
  try {
    text = readFileSync(fileOf(folder, number), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'gone';
    throw error;
  }
  try {
    return JSON.parse(text) as Claim;
  } catch {
    return undefined;
  }
}

function highestClaim(folder: string): number {
  return Math.max(0, ...claimNumbers(folder));
}

function claimNumbers(folder: string): number[] {
  return readdirSync(folder).flatMap(name => {
    const number = NAME.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

function fileOf(folder: string, number: number): string {
  return join(folder, `server.lock.${number}`);
}
