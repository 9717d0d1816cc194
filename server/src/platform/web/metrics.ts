import { AppError } from '@nghisu/shared/platform/errors.ts';
import { Router } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = {
  readonly registry: Registry;
  observeCommand(name: string, outcome: string, milliseconds: number): void;
  /** Watches a number that is asked for when the metrics are read. */
  watch(name: string, help: string, read: () => number): void;
};

/** Counters of one server process, in Prometheus' form. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'nghisu_' });
  const commands = new Counter({
    name: 'nghisu_commands_total',
    help: 'Commands by name and outcome',
    labelNames: ['name', 'outcome'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'nghisu_command_seconds',
    help: 'Time from the arrival of a command to its commit',
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  return {
    registry,
    observeCommand(name, outcome, milliseconds) {
      commands.inc({ name, outcome });
      durations.observe(milliseconds / 1000);
    },
    watch(name, help, read) {
      new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          this.set(read());
        },
      });
    },
  };
}

const isLoopback = (address: string | undefined): boolean =>
  address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';

/** What proxies add to the requests that they pass on. */
const marksOfProxies = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/**
 * `/healthz` answers while the process lives, `/readyz` while it can serve, neither with details. `/metrics` answers to
 * the bearer token, or without one to a program on the same machine that no proxy stands before.
 */
export function operationsRoutes(parts: {
  metrics: Metrics;
  isReady: () => Promise<boolean>;
  metricsToken: string | null;
}): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.type('text/plain').send('ok'));
  router.get('/readyz', async (_request, response) => {
    const ready = await parts.isReady();
    response
      .status(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? 'ready' : 'not ready');
  });
  router.get('/metrics', async (request, response) => {
    const isLocal =
      isLoopback(request.socket.remoteAddress) &&
      marksOfProxies.every(name => request.headers[name] === undefined);
    const isAllowed =
      parts.metricsToken === null
        ? isLocal
        : request.headers.authorization === `Bearer ${parts.metricsToken}`;
    if (!isAllowed) throw new AppError('not_found');
    response.type(parts.metrics.registry.contentType).send(await parts.metrics.registry.metrics());
  });
  return router;
}
