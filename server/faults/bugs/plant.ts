import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { bugs } from './bugs.ts';

/**
 * Loaded into a server before everything else: changes its sources as they are read, so that the product needs no
 * switches for its own tests. Ends the process where a line is not there exactly once: a bug that no longer fits the
 * code must not pass for one that was planted.
 */
const name = process.env.PLANTED_BUG ?? '';
const bug = bugs.find(one => one.name === name);
if (!bug) throw new Error(`there is no bug called ${name}`);
const sources = fileURLToPath(new URL('../../src/', import.meta.url));

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const edits = url.startsWith('file:')
      ? bug.edits.filter(edit => fileURLToPath(url) === `${sources}${edit.file}`)
      : [];
    if (edits.length === 0) return loaded;
    let source = String(loaded.source);
    for (const { from, to } of edits) {
      // The types are taken out, and the spaces that they took are left: compare without regard to spaces.
      const pieces = source.split(from);
      if (pieces.length !== 2) {
        process.stderr.write(`planted bug ${name}: its line stands ${pieces.length - 1} times in ${url}\n`);
        process.exit(1);
      }
      source = pieces.join(to);
    }
    return { ...loaded, source };
  },
});
