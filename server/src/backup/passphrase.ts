import { readFileSync } from 'node:fs';

const variable = 'BACKUP_PASSPHRASE';
const shortest = 16;
const fewestLetters = 8;

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The passphrase from the environment or from the first line of a file that it names. Never from the command line, which
 * every account of the machine can read.
 */
export function readPassphrase(env: Env): string {
  const { [variable]: given, [`${variable}_FILE`]: path } = env;
  if (given && path) throw new Error(`${variable} and ${variable}_FILE are both set. Set one of them.`);
  const passphrase = path ? (readFileSync(path, 'utf8').split(/\r?\n/)[0] ?? '') : given;
  if (!passphrase)
    throw new Error(
      `Set ${variable} to the passphrase, or ${variable}_FILE to a file whose first line it is.`,
    );
  return passphrase;
}

/** As `readPassphrase`, for a new archive: one that could be guessed protects nothing. */
export function chooseNewPassphrase(env: Env): string {
  const passphrase = readPassphrase(env);
  if (passphrase.length < shortest || new Set(passphrase).size < fewestLetters)
    throw new Error(
      `The passphrase is too weak: at least ${shortest} characters, ${fewestLetters} of them different. ` +
        'Five words that have nothing to do with each other are good.',
    );
  return passphrase;
}
