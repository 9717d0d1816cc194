import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, loadConfig } from './config.ts';

function complaintsAbout(env: Record<string, string>): string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

test('without any variable the server is a demo on this machine only', () => {
  expect(loadConfig({ PATH: '/usr/bin' })).toEqual({
    port: 8080,
    host: '127.0.0.1',
    dataDir: resolve('data'),
    databaseUrl: null,
    redisUrl: null,
    s3: null,
    publicUrl: null,
    isSecure: false,
    allowedOrigins: ['http://127.0.0.1:8080', 'http://localhost:8080'],
    isDemo: true,
    demoPassword: 'NghiSu@2026',
    logLevel: 'info',
    sessionHours: 12,
    maxUploadBytes: 100 * 1024 * 1024,
    metricsToken: null,
    trustProxy: false,
  });
});

test('an empty variable is one that is not set', () => {
  expect(loadConfig({ PORT: '', DATABASE_URL: '', METRICS_TOKEN: '' }).port).toBe(8080);
});

test.each([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['HOST', 'http://127.0.0.1'],
  ['DATABASE_URL', 'mysql://root@db/nghisu'],
  ['REDIS_URL', '127.0.0.1:6379'],
  ['S3_REGION', 'here and there'],
  ['S3_PATH_STYLE', 'path'],
  ['PUBLIC_URL', 'hop.tinh.gov.vn'],
  ['PUBLIC_URL', 'https://tinh.gov.vn/hop'],
  ['ALLOWED_ORIGINS', 'https://hop.tinh.gov.vn/'],
  ['ALLOWED_ORIGINS', '*'],
  ['NGHISU_DEMO', 'no'],
  ['NGHISU_DEMO_PASSWORD', 'short'],
  ['NGHISU_DEMO_PUBLIC', 'yes'],
  ['LOG_LEVEL', 'loud'],
  ['SESSION_HOURS', '0'],
  ['MAX_UPLOAD_MB', '1.5'],
  ['METRICS_TOKEN', 'guessable'],
  ['TRUST_PROXY', 'true'],
])('%s=%s is refused with a line that names the variable and says what it must be', (name, value) => {
  const complaints = complaintsAbout({ [name]: value });
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toMatch(new RegExp(`^${name} must be .+\\.$`));
});

const store = {
  S3_ENDPOINT: 'http://s3.tinh.gov.vn:9000',
  S3_BUCKET: 'giay-to',
  S3_ACCESS_KEY_ID: 'nghisu',
  S3_SECRET_ACCESS_KEY: 'hush-hush',
};

test('papers go to the S3 store that is named', () => {
  expect(loadConfig(store).s3).toEqual({
    endpoint: 'http://s3.tinh.gov.vn:9000',
    region: 'us-east-1',
    bucket: 'giay-to',
    accessKeyId: 'nghisu',
    secretAccessKey: 'hush-hush',
    pathStyle: true,
  });
  const { S3_ENDPOINT: _, ...amazon } = store;
  expect(loadConfig({ ...amazon, S3_PATH_STYLE: '0' }).s3).toMatchObject({
    endpoint: null,
    pathStyle: false,
  });
});

test.each([
  ['S3_ENDPOINT', 's3.tinh.gov.vn'],
  ['S3_BUCKET', 'Giấy tờ'],
  ['S3_ACCESS_KEY_ID', 'x'],
  ['S3_SECRET_ACCESS_KEY', 'x'],
])('%s=%s is refused with a line that names the variable', (name, value) => {
  const complaints = complaintsAbout({ ...store, [name]: value });
  expect(complaints).toEqual([expect.stringMatching(new RegExp(`^${name} must be .+\\.$`))]);
});

test.each(['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])(
  'a store without %s is refused: papers must not land in a folder by a slip',
  name => {
    const complaints = complaintsAbout({ ...store, [name]: '' });
    expect(complaints).toEqual([expect.stringMatching(new RegExp(`^${name} must be set too, because S3_`))]);
    expect(complaints.join()).not.toContain('hush');
  },
);

test('everything that is wrong is said at once, and no secret is repeated', () => {
  const complaints = complaintsAbout({ PORT: 'x', METRICS_TOKEN: 'hush', DATABASE_URL: 'me:hush@db' });
  expect(complaints.map(line => line.split(' ')[0]).sort()).toEqual([
    'DATABASE_URL',
    'METRICS_TOKEN',
    'PORT',
  ]);
  expect(complaints.join()).not.toContain('hush');
});

test('a misspelt setting of ours is refused, other variables are ignored', () => {
  expect(complaintsAbout({ NGHISU_DMEO: '0' })[0]).toMatch(
    /^NGHISU_DMEO is not a setting; known are NGHISU_DEMO, /,
  );
  expect(complaintsAbout({ HOME: '/root', NODE_ENV: 'x' })).toEqual([]);
});

test.each([
  { HOST: '0.0.0.0', ALLOWED_ORIGINS: 'http://10.0.0.5:8080' },
  { HOST: '10.0.0.5' },
  { PUBLIC_URL: 'https://hop.tinh.gov.vn' },
])('demo logins are not opened to others by %o unless that is asked for', env => {
  expect(complaintsAbout(env)[0]).toMatch(/^NGHISU_DEMO is 1, .*NGHISU_DEMO=0.*NGHISU_DEMO_PUBLIC=1/);
  expect(complaintsAbout({ ...env, NGHISU_DEMO: '0' })).toEqual([]);
  expect(complaintsAbout({ ...env, NGHISU_DEMO_PUBLIC: '1' })).toEqual([]);
});

test('a demo on any loopback address needs no permission', () => {
  for (const HOST of ['127.0.0.1', '127.0.0.2', 'localhost', '::1'])
    expect(complaintsAbout({ HOST })).toEqual([]);
  expect(complaintsAbout({ PUBLIC_URL: 'http://localhost:8080' })).toEqual([]);
});

test('a name that only begins like a loopback address is not taken for one', () => {
  expect(complaintsAbout({ HOST: '127.0.0.1.example.com' })[0]).toMatch(/^NGHISU_DEMO is 1/);
});

test('listening everywhere asks for the address that people type', () => {
  expect(complaintsAbout({ HOST: '0.0.0.0', NGHISU_DEMO: '0' })[0]).toMatch(/^PUBLIC_URL must be set/);
});

test('https in PUBLIC_URL makes cookies secure and its origin allowed', () => {
  const config = loadConfig({ PUBLIC_URL: 'https://hop.tinh.gov.vn/', NGHISU_DEMO: '0' });
  expect(config.isSecure).toBe(true);
  expect(config.publicUrl).toBe('https://hop.tinh.gov.vn');
  expect(config.allowedOrigins).toContain('https://hop.tinh.gov.vn');
});

test('ALLOWED_ORIGINS replaces the addresses of this machine', () => {
  const config = loadConfig({ ALLOWED_ORIGINS: 'https://a.gov.vn, http://10.0.0.5:8080' });
  expect(config.allowedOrigins).toEqual(['https://a.gov.vn', 'http://10.0.0.5:8080']);
});

test('an interface with an address of its own is allowed under that address', () => {
  expect(loadConfig({ HOST: '10.0.0.5', PORT: '80', NGHISU_DEMO: '0' }).allowedOrigins).toContain(
    'http://10.0.0.5',
  );
  expect(loadConfig({ HOST: '::1' }).allowedOrigins).toContain('http://[::1]:8080');
});
