import { readdir, readFile } from 'node:fs/promises';

/** What processes have used: CPU time in microseconds so far, and memory in kilobytes now. */
export type Cost = { readonly cpu: number; readonly memory: number };

/**
 * What the processes and all their descendants have used, as Linux counts it: every thread, to the nanosecond. A process
 * that ended since is no longer in the sum.
 */
export async function costOf(pids: readonly number[]): Promise<Cost> {
  const costs = await Promise.all((await withDescendants(pids)).map(costOfOne));
  return {
    cpu: costs.reduce((sum, cost) => sum + cost.cpu, 0),
    memory: costs.reduce((sum, cost) => sum + cost.memory, 0),
  };
}

async function costOfOne(pid: number): Promise<Cost> {
  try {
    const threads = await readdir(`/proc/${pid}/task`);
    const times = await Promise.all(
      threads.map(thread => readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '0')),
    );
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return {
      cpu: times.reduce((sum, text) => sum + Number(text.split(' ')[0]), 0) / 1000,
      memory: Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0),
    };
  } catch {
    // It has ended meanwhile.
    return { cpu: 0, memory: 0 };
  }
}

async function withDescendants(roots: readonly number[]): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    // The name of the program, which may hold anything, ends with the last bracket.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    parents.set(Number(name), parent);
  }
  const found = [...roots];
  for (const pid of found) {
    for (const [child, parent] of parents) if (parent === pid && !found.includes(child)) found.push(child);
  }
  return found;
}
