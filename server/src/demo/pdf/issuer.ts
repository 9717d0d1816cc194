import { departments } from '../province/facts/departments.ts';
import type { Closing, Letterhead } from './layout/letterhead.ts';

const province = 'UBND TỈNH VĨNH PHÚC';

/** The parent and issuing organisation of a unit's papers as their head names them. */
export function issuerOf(unit: string): Pick<Letterhead, 'parent' | 'issuer'> {
  if (unit.startsWith('UBND tỉnh')) return { parent: null, issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH VĨNH PHÚC'] };
  if (unit.startsWith('Hội đồng')) return { parent: null, issuer: ['HỘI ĐỒNG NHÂN DÂN', 'TỈNH VĨNH PHÚC'] };
  if (unit.startsWith('UBND '))
    return { parent: null, issuer: ['ỦY BAN NHÂN DÂN', unit.slice(5).toUpperCase()] };
  if (unit === 'Công an tỉnh') return { parent: 'BỘ CÔNG AN', issuer: ['CÔNG AN TỈNH VĨNH PHÚC'] };
  if (unit.startsWith('Bộ Chỉ huy'))
    return { parent: 'QUÂN KHU 2', issuer: ['BỘ CHỈ HUY QUÂN SỰ', 'TỈNH VĨNH PHÚC'] };
  if (unit === 'Văn phòng UBND tỉnh') return { parent: province, issuer: ['VĂN PHÒNG'] };
  return { parent: province, issuer: [unit.toUpperCase()] };
}

/** The part of a unit's document notation after the hyphen: 'STC' in '15/BC-STC'. */
export function notationOf(unit: string): string {
  const department = departments.find(({ name }) => name === unit);
  if (department) return department.code;
  return unit === 'Văn phòng UBND tỉnh' ? 'VPUBND' : 'UBND';
}

/** Who signs for a unit, and who receives its papers; drafts carry no name. */
export function closingOf(unit: string, signerName: string | null): Closing {
  return {
    authority: authorityOf(unit),
    signer: signerName ?? '',
    recipients: [
      unit.startsWith('UBND tỉnh') || unit.startsWith('Hội đồng') ? '- Như Điều 3;' : '- Như trên;',
      '- Chủ tịch, các Phó Chủ tịch UBND tỉnh;',
      '- Văn phòng UBND tỉnh;',
      '- Các sở, ban, ngành liên quan;',
      `- Lưu: VT, ${notationOf(unit)}.`,
    ],
  };
}

function authorityOf(unit: string): string[] {
  if (unit.startsWith('Hội đồng')) return ['CHỦ TỊCH'];
  if (unit.startsWith('UBND ')) return ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'];
  if (unit.startsWith('Văn phòng')) return ['CHÁNH VĂN PHÒNG'];
  if (unit.startsWith('Thanh tra')) return ['CHÁNH THANH TRA'];
  if (unit.startsWith('Bộ Chỉ huy')) return ['CHỈ HUY TRƯỞNG'];
  if (unit.startsWith('Ban ')) return ['TRƯỞNG BAN'];
  return ['GIÁM ĐỐC'];
}
