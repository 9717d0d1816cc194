import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** OWASP's first choice of parameters for Argon2id: 19 MiB, 2 passes, 1 lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

function derive(
  password: string,
  nonce: Buffer,
  parameters: typeof cost | Record<keyof typeof cost, number>,
): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFC'), 'utf8');
  return new Promise((resolve, reject) =>
    argon2('argon2id', { message, nonce, ...parameters }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}

/** The hash of a password in the PHC string form, with its own salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  const encode = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${encode(salt)}$${encode(key)}`;
}

const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** True where the password has this hash. Takes the time of a hash whatever the answer. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const match = form.exec(hash);
  if (!match) return false;
  const [, memory, passes, parallelism, salt = '', key = ''] = match;
  const expected = Buffer.from(key, 'base64');
  const parameters = {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  };
  const actual = await derive(password, Buffer.from(salt, 'base64'), parameters);
  return timingSafeEqual(actual, expected);
}
