import { buildClientIfStale } from '../src/build.ts';
import { demoLogins } from '../src/demo/seed.ts';
import { loadConfig } from '../src/platform/config.ts';
import { Cluster } from './cluster.ts';

// `npm run cluster`: three servers with the demo data behind a balancer, until Ctrl-C.

const stopAsked = new Promise<void>(resolve => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
});

if (!process.argv.includes('--without-pages')) await buildClientIfStale();
const cluster = await Cluster.start({ seed: 'demo' });
const lines = [
  '',
  `  Nghị Sự: ${cluster.origin}  (${cluster.balancer.title}${cluster.balancer.pid ? `, pid ${cluster.balancer.pid}` : ''})`,
  '',
  ...cluster.nodes.map((node, at) => `    ${`server ${at + 1}`.padEnd(16)} ${node.origin}  pid ${node.pid}`),
  `    ${'Redis'.padEnd(16)} ${cluster.redis.addressFor(0)}  pid ${cluster.redis.pid}`,
  `    ${'PostgreSQL'.padEnd(16)} pid ${cluster.postgres.pid}`,
  '',
  '  Tài khoản thử nghiệm / demo logins',
  '',
  ...demoLogins.map(({ username, description }) => `    ${username.padEnd(24)} ${description}`),
  '',
  `    Mật khẩu / password: ${loadConfig({}).demoPassword}`,
  '',
];
process.stdout.write(`${lines.join('\n')}\n`);
await stopAsked;
await cluster.close();
