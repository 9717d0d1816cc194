import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export const passphrase = 'năm từ chẳng liên quan gì tới nhau';

/** What a command said, both outputs together, and how it ended. */
export type Ended = { readonly code: number; readonly said: string };

/** Runs `npm run backup` or `npm run restore` as it is run, with nothing but these settings. */
export async function run(
  command: 'backup' | 'restore',
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<Ended> {
  const { PATH = '' } = process.env;
  const program = fileURLToPath(new URL(`../${command}.ts`, import.meta.url));
  const env = { PATH, BACKUP_PASSPHRASE: passphrase, ...settings };
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [[code], ...said] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return { code: code as number, said: said.join('') };
}
