import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Why a file is no paper: cut off, damaged, behind a password, too many pages, or too costly to look into. */
export type PdfRefusal = 'cutOff' | 'broken' | 'locked' | 'tooManyPages' | 'tooHeavy';

/** What a PDF file turned out to be. */
export type PdfVerdict = { readonly pages: number } | { readonly refused: PdfRefusal };

export type PdfInspectionLimits = {
  readonly mostPages: number;
  /** Time for the file itself, after the process has started. */
  readonly timeMs: number;
  /** Resident memory of the process, about 90 MB of which it needs for itself. */
  readonly memoryBytes: number;
  /** How many files are looked into at once; others wait. */
  readonly atOnce: number;
};

/** Fault A19: refused within 5 s, outside the server process, with at most 256 MB more. */
export const pdfInspectionLimits: PdfInspectionLimits = {
  mostPages: 5000,
  timeMs: 5000,
  memoryBytes: 256 * 1024 * 1024,
  atOnce: 2,
};

const child = fileURLToPath(new URL('./pdfInspection.child.ts', import.meta.url));
const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** No right to the network of files, programs or threads; a heap that ends the process when it is exceeded. */
const confinement = [
  '--permission',
  `--allow-fs-read=${child}`,
  `--allow-fs-read=${join(pdfjs, '/')}`,
  '--max-old-space-size=160',
  '--no-warnings',
];

const startingMs = 20_000;
const memoryWatchMs = 20;

const messageSchema = z
  .string()
  .transform((line, context) => {
    try {
      return JSON.parse(line) as unknown;
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  })
  .pipe(
    z.union([
      z.strictObject({ ready: z.literal(true) }),
      z.strictObject({ pages: z.int().min(1) }),
      z.strictObject({ refused: z.enum(['broken', 'locked']) }),
    ]),
  );

/** Looks into PDF files, each in a confined process of its own, a few at once. */
export function createPdfInspector(
  limits: PdfInspectionLimits = pdfInspectionLimits,
): (path: string) => Promise<PdfVerdict> {
  let running = 0;
  const waiting: (() => void)[] = [];

  return async path => {
    if (running >= limits.atOnce) await new Promise<void>(resolve => waiting.push(resolve));
    else running += 1;
    try {
      return await inspect(path, limits);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

async function inspect(path: string, limits: PdfInspectionLimits): Promise<PdfVerdict> {
  const file = await open(path, 'r');
  try {
    if (!(await isEnded(file))) return { refused: 'cutOff' };
    const verdict = await runConfined(file.fd, limits);
    return 'pages' in verdict && verdict.pages > limits.mostPages ? { refused: 'tooManyPages' } : verdict;
  } finally {
    await file.close();
  }
}

/**
 * True where the file ends as PDF files end. pdf.js would mend a file that broke off on its way and show fewer pages
 * than were sent, which nobody would notice.
 */
async function isEnded(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  const tail = Buffer.alloc(Math.min(size, 4096));
  await file.read(tail, 0, tail.length, size - tail.length);
  // Acrobat's own rule is the last 1,024 bytes; some writers pad with zeros or line ends behind it.
  const text = tail.toString('latin1').replace(/[\0\s]+$/, '');
  return text.slice(-1024).includes('%%EOF');
}

async function runConfined(fd: number, limits: PdfInspectionLimits): Promise<PdfVerdict> {
  const started = spawn(process.execPath, [...confinement, child], {
    stdio: ['ignore', 'pipe', 'ignore', fd],
    env: {},
  });
  const exited = once(started, 'exit');
  const kill = (): void => void started.kill('SIGKILL');
  const startGuard = setTimeout(kill, startingMs);
  let isReady = false;
  let timeGuard: NodeJS.Timeout | undefined;
  let verdict: PdfVerdict | null = null;
  const unwatch = watchMemory(started, limits.memoryBytes);
  try {
    for await (const message of messagesOf(started)) {
      if ('ready' in message) {
        isReady = true;
        clearTimeout(startGuard);
        timeGuard = setTimeout(kill, limits.timeMs);
      } else verdict = message;
    }
    await exited;
  } finally {
    clearTimeout(startGuard);
    clearTimeout(timeGuard);
    unwatch();
    kill();
  }
  if (!isReady) throw new Error('the process that looks into PDF files did not start');
  return verdict ?? { refused: 'tooHeavy' };
}

/** What the process says, as far as it can be understood; too much talk ends it. */
async function* messagesOf(started: ChildProcess): AsyncGenerator<z.output<typeof messageSchema>> {
  let text = '';
  for await (const chunk of started.stdout!) {
    text += String(chunk);
    if (text.length > 10_000) return;
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      const message = messageSchema.safeParse(line);
      if (message.success) yield message.data;
    }
  }
}

/**
 * Ends the process when it holds more memory than allowed: V8's own limit does not count what is outside its heap, as
 * unpacked data is. Where the system tells no figures, V8's limit and the time limit remain.
 */
function watchMemory(started: ChildProcess, mostBytes: number): () => void {
  const pageBytes = 4096;
  const timer = setInterval(async () => {
    const figures = await readFile(`/proc/${started.pid}/statm`, 'latin1').catch(() => '');
    if (Number(figures.split(' ')[1] ?? 0) * pageBytes > mostBytes) started.kill('SIGKILL');
  }, memoryWatchMs);
  return () => clearInterval(timer);
}
