import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadConfig } from '../src/platform/config.ts';
import { checkNginx, renderNginx } from './parts/nginx.ts';

// No container engine runs here. What can be known of the files without one is known.

const root = join(import.meta.dirname, '..', '..');
const docker = join(root, 'docker');
const textOf = (name: string): string => readFileSync(join(docker, name), 'utf8');

/** The part of the Compose specification that is used; anything else is refused. */
const text = z.union([z.string(), z.number()]);
const environment = z.record(z.string(), z.string());
const service = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  entrypoint: z.array(z.string()).optional(),
  environment: environment.optional(),
  init: z.boolean().optional(),
  restart: z.enum(['unless-stopped', 'on-failure']).optional(),
  stop_grace_period: z
    .string()
    .regex(/^\d+s$/)
    .optional(),
  shm_size: z.string().optional(),
  depends_on: z
    .union([
      z.array(z.string()),
      z.record(
        z.string(),
        z.strictObject({
          condition: z.enum(['service_started', 'service_healthy', 'service_completed_successfully']),
        }),
      ),
    ])
    .optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  configs: z.array(z.strictObject({ source: z.string(), target: z.string() })).optional(),
  healthcheck: z
    .union([
      z.strictObject({ disable: z.literal(true) }),
      z.strictObject({ test: z.array(z.string()), interval: z.string(), retries: z.number() }),
    ])
    .optional(),
  networks: z.union([z.array(z.string()), z.record(z.string(), z.strictObject({ ipv4_address: z.ipv4() }))]),
});
const composeFile = z.object({
  name: z.string(),
  services: z.record(z.string(), service),
  configs: z.record(z.string(), z.strictObject({ content: z.string() })),
  volumes: z.record(z.string(), z.null()),
  networks: z.record(
    z.string(),
    z.strictObject({ ipam: z.strictObject({ config: z.array(z.strictObject({ subnet: text })) }) }),
  ),
});

const source = textOf('compose.yaml');
const compose = composeFile.parse(parse(source, { merge: true }));
const servers = Object.entries(compose.services).filter(([name]) => name.startsWith('server'));

/** Fills variables in as Compose does. */
const filled = (value: string, given: Record<string, string>): string =>
  value.replaceAll(/\$\{(\w+)(?::[-?]([^}]*))?\}/g, (_, name: string, other = '') => given[name] || other);

const secret = 'a1b2c3d4e5f6g7h8';
const example = Object.fromEntries(
  textOf('.env.example')
    .split('\n')
    .filter(line => /^\w+=/.test(line))
    .map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

describe('compose.yaml', () => {
  it('names only what it declares', () => {
    const { services, configs, volumes, networks } = compose;
    for (const one of Object.values(services)) {
      for (const name of Array.isArray(one.depends_on) ? one.depends_on : Object.keys(one.depends_on ?? {}))
        expect(Object.keys(services)).toContain(name);
      for (const name of Array.isArray(one.networks) ? one.networks : Object.keys(one.networks))
        expect(Object.keys(networks)).toContain(name);
      for (const config of one.configs ?? []) expect(Object.keys(configs)).toContain(config.source);
      for (const volume of one.volumes ?? []) {
        const from = volume.split(':')[0]!;
        if (from.startsWith('./')) expect(existsSync(join(docker, from))).toBe(true);
        else if (!from.startsWith('$')) expect(Object.keys(volumes)).toContain(from);
      }
    }
  });

  it('takes every variable from the example file, which holds no other', () => {
    const asked = new Set([...source.matchAll(/\$\{(\w+)/g)].map(([, name]) => name));
    expect([...asked].sort()).toEqual(Object.keys(example).sort());
  });

  it('gives each of three servers settings that it starts with, and no other', () => {
    const known = readFileSync(join(root, 'server', 'src', 'platform', 'config.ts'), 'utf8');
    const answers = Object.fromEntries(
      Object.entries(example).map(([name, value]) => [name, value || secret]),
    );
    expect(servers).toHaveLength(3);
    for (const [, one] of servers) {
      const given = Object.entries(one.environment!).map(([name, value]) => [name, filled(value, answers)]);
      for (const [name] of given) expect(known).toContain(`  ${name}: `);
      const config = loadConfig({ ...Object.fromEntries(given), HOST: '0.0.0.0', DATA_DIR: '/data' });
      expect(config).toMatchObject({
        isDemo: false,
        isSecure: true,
        trustProxy: true,
        s3: { bucket: 'papers' },
      });
    }
  });

  it('lets nginx pass on to the addresses that the servers have', () => {
    const addresses = servers.map(
      ([, { networks }]) => Object.values(networks)[0] as { ipv4_address: string },
    );
    const passed = [...compose.services.nginx!.environment!.PROXY_SERVERS!.matchAll(/server ([\d.]+):8080/g)];
    expect(passed.map(([, address]) => address)).toEqual(addresses.map(each => each.ipv4_address));
  });

  it('gives the store a configuration that is JSON', () => {
    const content = filled(compose.configs.store!.content, {
      S3_ACCESS_KEY_ID: 'a',
      S3_SECRET_ACCESS_KEY: 'b',
    });
    expect(JSON.parse(content).identities[0].credentials).toEqual([{ accessKey: 'a', secretKey: 'b' }]);
  });
});

describe('the Dockerfile', () => {
  const file = textOf('Dockerfile');
  it('copies what is there, and starts what is there', () => {
    const copied = [...file.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names]) =>
      names!.split(' '),
    );
    expect(copied.length).toBeGreaterThan(10);
    for (const path of copied) expect(existsSync(join(root, path)), path).toBe(true);
    for (const [path] of [...file.matchAll(/(server\/src\/\w+\.ts)/g)])
      expect(existsSync(join(root, path))).toBe(true);
    expect(existsSync(join(root, 'server', 'src', 'backup', 'backup.ts'))).toBe(true);
  });

  it('leaves root before it starts, and is asked whether it is ready', () => {
    const last = file.slice(file.lastIndexOf('FROM '));
    expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('CMD ["node", "server/src/start.ts"'));
    expect(last).toMatch(/HEALTHCHECK[^\n]*\\\n.*\/readyz/);
  });
});

describe('nginx.conf.template', () => {
  it.each([false, true])('is taken by nginx, with TLS: %s', async hasTls => {
    const folder = mkdtempSync(join(tmpdir(), 'nghisu-nginx-'));
    const tls = join(folder, 'tls');
    mkdirSync(tls);
    if (hasTls) {
      const names = { keyout: join(tls, 'privkey.pem'), out: join(tls, 'fullchain.pem') };
      const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
      const files = ['-keyout', names.keyout, '-out', names.out, '-subj', '/CN=localhost'];
      execFileSync('openssl', ['req', '-x509', ...key, ...files], { stdio: 'pipe' });
      copyFileSync(join(docker, 'tls', 'tls.conf.example'), join(tls, 'tls.conf'));
      const conf = readFileSync(join(tls, 'tls.conf'), 'utf8').replaceAll('/etc/nginx/tls', tls);
      writeFileSync(join(tls, 'tls.conf'), conf.replace('listen 443', 'listen 127.0.0.1:18443'));
    }
    const given = compose.services.nginx!.environment!;
    const settings = {
      ...{ PROXY_LISTEN: '127.0.0.1:18080', PROXY_TLS: tls, PROXY_TEMP: folder },
      PROXY_SERVERS: given.PROXY_SERVERS!,
    };
    writeFileSync(join(folder, 'nginx.conf'), renderNginx(settings));
    await checkNginx(join(folder, 'nginx.conf'), folder);
    rmSync(folder, { recursive: true });
  });

  it('asks for no variable that compose.yaml does not set', () => {
    const asked = [...textOf('nginx.conf.template').matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(compose.services.nginx!.environment!)).toEqual(expect.arrayContaining(asked));
  });
});
