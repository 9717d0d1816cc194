import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chooseNewPassphrase, readPassphrase } from './passphrase.ts';

const folder = mkdtempSync(join(tmpdir(), 'nghisu-passphrase-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good = 'mưa phùn ghế gỗ cá chép';

describe('the passphrase', () => {
  it('comes from the environment or from the first line of a file', () => {
    const path = join(folder, 'passphrase');
    writeFileSync(path, `${good}\r\nremark\n`);
    expect(readPassphrase({ BACKUP_PASSPHRASE: good })).toBe(good);
    expect(readPassphrase({ BACKUP_PASSPHRASE_FILE: path })).toBe(good);
  });

  it.each([{}, { BACKUP_PASSPHRASE: '' }])('has to be there: %j', env => {
    expect(() => readPassphrase(env)).toThrow('Set BACKUP_PASSPHRASE');
  });

  it('is not taken from two places', () => {
    const env = { BACKUP_PASSPHRASE: good, BACKUP_PASSPHRASE_FILE: 'x' };
    expect(() => readPassphrase(env)).toThrow('both set');
  });

  it.each(['short', 'NghiSu@2026', 'a'.repeat(40), '1212121212121212'])(
    'of a new archive may not be weak: %s',
    weak => {
      expect(() => chooseNewPassphrase({ BACKUP_PASSPHRASE: weak })).toThrow('too weak');
      expect(chooseNewPassphrase({ BACKUP_PASSPHRASE: good })).toBe(good);
    },
  );
});
