import { newPasswordSchema, usernameSchema } from '@nghisu/shared/organisation/sessions.ts';
import { describe, expect, it } from 'vitest';
import { isUsername, makePassword, shortestPassword, suggestUsername } from './credentials.ts';

describe('a suggested user name', () => {
  it('is the given name with the initials, without diacritics', () => {
    expect(suggestUsername('Nguyễn Văn An', new Set())).toBe('annv');
    expect(suggestUsername('Đặng Thị Mỹ Đường', new Set())).toBe('duongdtm');
    expect(suggestUsername('Niê', new Set())).toBe('nie');
    expect(suggestUsername("  H'Len   Niê ", new Set())).toBe('nieh');
  });

  it('counts on where the name is taken', () => {
    expect(suggestUsername('Nguyễn Văn An', new Set(['annv', 'annv2']))).toBe('annv3');
  });

  it('is empty where nothing can be made of the name', () => {
    expect(suggestUsername(' – ', new Set())).toBe('');
  });
});

describe('what the form accepts is what the server accepts', () => {
  it.each(['annv', 'gd.taichinh', 'a_b-c.9', 'Có Dấu', 'AnNV', 'a b', '', 'x'.repeat(81)])(
    'for the user name "%s"',
    name => {
      expect(isUsername(name)).toBe(usernameSchema.safeParse(name).success);
    },
  );

  it('for the length of a password', () => {
    expect(newPasswordSchema.safeParse('x'.repeat(shortestPassword)).success).toBe(true);
    expect(newPasswordSchema.safeParse('x'.repeat(shortestPassword - 1)).success).toBe(false);
  });
});

it('a made password is long, legible and never the same', () => {
  const made = Array.from({ length: 50 }, makePassword);
  expect(new Set(made).size).toBe(50);
  for (const password of made) expect(password).toMatch(/^([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/);
});
