import { readFileSync } from 'node:fs';
import type { Cluster } from '../../cluster/cluster.ts';
import type { Finding } from '../history/history.ts';

/** What the processes of the servers went through: ends that nobody caused, bugs in their logs, and how large they grew. */
export class Watch {
  readonly #cluster: Cluster;
  readonly #timer: ReturnType<typeof setInterval>;
  #largest = 0;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#timer = setInterval(() => this.#look(), 1000);
  }

  /** The most memory that a server held, in bytes. */
  get largestMemory(): number {
    return this.#largest;
  }

  /** Ends of servers that the nemesis did not cause. */
  get crashes(): number {
    return this.#cluster.nodes.reduce((sum, node) => sum + node.crashes.length, 0);
  }

  findings(): Finding[] {
    return this.#cluster.nodes.flatMap((node, number) => [
      ...node.crashes.map(end => ({
        checker: 'uptime',
        what: 'a server ended by itself',
        where: `server ${number}: ${end}`,
      })),
      ...bugsIn(node.output).map(line => ({
        checker: 'log',
        what: 'a server met a bug',
        where: `server ${number}: ${line}`,
      })),
    ]);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    for (const { pid } of this.#cluster.nodes) {
      if (pid === null) continue;
      try {
        const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        this.#largest = Math.max(this.#largest, Number(resident ?? 0) * 1024);
      } catch {
        // Gone between two instructions, or a system that does not tell.
      }
    }
  }
}

/** What a log of JSON lines says as an error or worse; each sentence once. */
function bugsIn(output: string): string[] {
  const found = new Map<string, string>();
  for (const line of output.split('\n')) {
    const entry = parsed(line);
    if (entry && bugLevels.has(entry.level) && !found.has(entry.msg))
      found.set(entry.msg, line.slice(0, 1500));
  }
  return [...found.values()];
}

const bugLevels: ReadonlySet<string> = new Set(['error', 'fatal']);

function parsed(line: string): { level: string; msg: string } | null {
  try {
    const { level, msg } = JSON.parse(line) as { level?: unknown; msg?: unknown };
    return typeof level === 'string' ? { level, msg: String(msg) } : null;
  } catch {
    return null;
  }
}
