import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

/**
 * Sealed boxes for ballots: X25519 with a fresh key for each, HKDF-SHA-256, AES-256-GCM, after the base mode of HPKE
 * (RFC 9180). Whoever seals forgets how; only the private key opens. Every box is as long as every other.
 */

/** A ballot is padded to so many bytes before it is sealed: 20 choices of an id each, and their marks. */
const plainBytes = 1024;
const keyBytes = 32;
const tagBytes = 16;
/** Heads of DER around 32 bytes of an X25519 key (RFC 8410). */
const publicHead = Buffer.from('302a300506032b656e032100', 'hex');
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** The 32 bytes of each key of a pair. */
export type KeyPair = { readonly publicKey: Buffer; readonly privateKey: Buffer };

export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return { publicKey: rawPublic(publicKey), privateKey: rawPrivate(privateKey) };
}

const rawPublic = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(-keyBytes);
const rawPrivate = (key: KeyObject): Buffer =>
  key.export({ format: 'der', type: 'pkcs8' }).subarray(-keyBytes);
const publicKeyOf = (raw: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([publicHead, raw]), format: 'der', type: 'spki' });
const privateKeyOf = (raw: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([privateHead, raw]), format: 'der', type: 'pkcs8' });

/** Key and nonce of one box. Both keys and the vote are bound in: a box opens in its own vote only. */
function secretsOf(shared: Buffer, ephemeral: Buffer, recipient: Buffer, voteId: string) {
  const salt = Buffer.concat([ephemeral, recipient]);
  const bytes = Buffer.from(hkdfSync('sha256', shared, salt, `nghisu ballot 1 ${voteId}`, 44));
  return { key: bytes.subarray(0, 32), nonce: bytes.subarray(32) };
}

/** Seals a value to a public key. The same value twice gives two boxes that have nothing in common but their length. */
export function seal(value: unknown, recipient: Buffer, voteId: string): Buffer {
  const plain = Buffer.alloc(plainBytes);
  const json = Buffer.from(JSON.stringify(value));
  if (json.length > plainBytes - 2) throw new Error('a ballot is longer than a box');
  plain.writeUInt16BE(json.length);
  json.copy(plain, 2);
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const ephemeral = rawPublic(publicKey);
  const shared = diffieHellman({ privateKey, publicKey: publicKeyOf(recipient) });
  const { key, nonce } = secretsOf(shared, ephemeral, recipient, voteId);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([ephemeral, sealed, cipher.getAuthTag()]);
}

/** Opens a box. Throws where it was sealed to another key, for another vote, or changed since. */
export function openSealed(box: Buffer, { publicKey, privateKey }: KeyPair, voteId: string): unknown {
  const ephemeral = box.subarray(0, keyBytes);
  const shared = diffieHellman({ privateKey: privateKeyOf(privateKey), publicKey: publicKeyOf(ephemeral) });
  const { key, nonce } = secretsOf(shared, ephemeral, publicKey, voteId);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(box.subarray(-tagBytes));
  const plain = Buffer.concat([decipher.update(box.subarray(keyBytes, -tagBytes)), decipher.final()]);
  return JSON.parse(plain.subarray(2, 2 + plain.readUInt16BE()).toString());
}
