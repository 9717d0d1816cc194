import { describe, expect, it } from 'vitest';
import { contentDisposition, safeFileName } from './contentDisposition.ts';
import { hostileNames } from './hostileNames.ts';

describe('names of downloaded files', () => {
  it.each([
    ['Tờ trình 15.pdf', 'Tờ trình 15.pdf'],
    ['Tờ trình 15.PDF', 'Tờ trình 15.pdf'],
    ['Báo cáo quý III'.normalize('NFD'), 'Báo cáo quý III.pdf'],
    ['Số 12/TTr-STC.pdf', 'Số 12_TTr-STC.pdf'],
    ['../../etc/passwd', '_.._etc_passwd.pdf'],
    ['hoá đơn\u202efdp.exe', 'hoá đơnfdp.exe.pdf'],
    ['NUL.pdf', '_NUL.pdf'],
    ['...', 'tai-lieu.pdf'],
  ])('saves %j as %j', (name, saved) => {
    expect(safeFileName(name, '.pdf').normalize('NFC')).toBe(saved.normalize('NFC'));
  });

  it('shortens a name to what file systems take, at a letter and not within one', () => {
    const saved = safeFileName(`${'ế'.normalize('NFD').repeat(300)}.pdf`, '.pdf');
    expect(Buffer.byteLength(saved)).toBeLessThanOrEqual(200);
    expect(saved).toMatch(/^ế+\.pdf$/);
  });

  it('gives old programs plain letters and all others the true name', () => {
    expect(contentDisposition('attachment', 'Tờ trình (bản 2).pdf')).toBe(
      `attachment; filename="to trinh (ban 2).pdf"; filename*=UTF-8''T%E1%BB%9D%20tr%C3%ACnh%20%28b%E1%BA%A3n%202%29.pdf`,
    );
  });

  it(`A22: ${hostileNames.length} hostile names become one header of plain signs and a name that saves nowhere else`, () => {
    expect(hostileNames.length).toBe(300);
    for (const name of hostileNames) {
      const saved = safeFileName(name, '.pdf');
      expect(saved, JSON.stringify(name)).toMatch(
        /^[^./\\<>:"|?*\p{C}\u2028\u2029][^/\\<>:"|?*\p{Cc}\p{Cs}]*\.pdf$/u,
      );
      expect(saved).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i);
      expect(Buffer.byteLength(saved)).toBeLessThanOrEqual(204);
      const header = contentDisposition('inline', saved);
      expect(header).toMatch(/^inline; filename="[a-z0-9 ._()-]+"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/);
      expect(decodeURIComponent(header.split("UTF-8''")[1]!)).toBe(saved);
    }
  });
});
