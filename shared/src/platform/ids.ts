import { z } from 'zod';

/**
 * A new random id: UUID version 4 (122 random bits). Works where `crypto.randomUUID` is absent, as on the
 * plain-HTTP networks of meeting halls.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An id on the wire: a lower-case UUID. */
export const idSchema = z.string().regex(uuid);

/** True where the text is a well-formed id, before anything is looked up by it. */
export const isId = (text: string): boolean => uuid.test(text);
