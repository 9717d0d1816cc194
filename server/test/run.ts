import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClientIfStale } from '../src/build.ts';

/** What this reads of the JSON report. */
type Report = { testResults: { status: string; name: string; assertionResults: { status: string }[] }[] };

type Count = { passed: number; failed: number };

const ROOT = join(import.meta.dirname, '..', '..');

const filters = process.argv.slice(2);
const count = await runAll();
process.stdout.write(`${count.passed} passed, ${count.failed} failed\n`);
process.exitCode = count.failed > 0 ? 1 : 0;

/** Pages that cannot be built are one failure; everything that needs none is still tested. */
async function runAll(): Promise<Count> {
  const buildFailure = await buildClientIfStale().then(
    () => undefined,
    (error: Error) => error.message,
  );
  if (buildFailure === undefined) return runTests(filters);
  const namesProject = filters.some(filter => filter.startsWith('--project'));
  const { passed, failed } = await runTests(namesProject ? filters : [...filters, '--project=!e2e']);
  say(buildFailure);
  return { passed, failed: failed + 1 };
}

async function runTests(args: readonly string[]): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'nghisu-report-'));
  try {
    const reportFile = join(folder, 'report.json');
    const exitCode = await runVitest(reportFile, args);
    return countOf(reportFile, exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runVitest(reportFile: string, args: readonly string[]): Promise<number | null> {
  const vitest = join(createRequire(import.meta.url).resolve('vitest/package.json'), '..', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  const [exitCode] = (await once(child, 'exit')) as [number | null];
  return exitCode;
}

/** Every test, every file that could not be run and every error outside of the tests counts; so does no test at all. */
function countOf(reportFile: string, exitCode: number | null): Count {
  if (!existsSync(reportFile)) {
    say(`The tests ended without a report (exit code ${exitCode}).`);
    return { passed: 0, failed: 1 };
  }
  const { testResults } = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  const statuses = testResults.flatMap(file => file.assertionResults.map(test => test.status));
  const passed = statuses.filter(status => status === 'passed').length;
  const brokenFiles = testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  );
  // With a name pattern vitest reports all others as skipped; without one a skipped test hides a failure.
  const isWhole = filters.length === 0;
  const failing = isWhole
    ? statuses.filter(status => status !== 'passed')
    : statuses.filter(status => status === 'failed');
  const failed = failing.length + brokenFiles.length;
  if (isWhole && failing.some(status => status !== 'failed'))
    say('A test was skipped, which counts as failed.');
  if (failed > 0) return { passed, failed };
  if (passed === 0) say('No test ran, which counts as failed.');
  else if (exitCode !== 0)
    say(`An error outside of the tests (exit code ${exitCode}), which counts as failed.`);
  return { passed, failed: passed === 0 || exitCode !== 0 ? 1 : 0 };
}

function say(sentence: string): void {
  process.stdout.write(`\n${sentence}\n`);
}
