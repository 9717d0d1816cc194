import type { Choice } from '../choosers/choices.ts';

/** The longest real name of a unit; every component must hold it in full. */
export const LONGEST_NAME =
  'Ban Quản lý dự án đầu tư xây dựng các công trình nông nghiệp và phát triển nông thôn';

/** Units as they occur, the longest among them. */
export const units: readonly Choice[] = [
  { value: 'vp', label: 'Văn phòng Uỷ ban nhân dân tỉnh', keywords: 'VPUB' },
  { value: 'skhdt', label: 'Sở Kế hoạch và Đầu tư' },
  { value: 'stc', label: 'Sở Tài chính' },
  { value: 'sxd', label: 'Sở Xây dựng' },
  { value: 'stnmt', label: 'Sở Tài nguyên và Môi trường' },
  { value: 'snn', label: 'Sở Nông nghiệp và Phát triển nông thôn' },
  { value: 'ban', label: LONGEST_NAME, detail: 'Đơn vị sự nghiệp thuộc Uỷ ban nhân dân tỉnh' },
  { value: 'slđ', label: 'Sở Lao động - Thương binh và Xã hội', disabled: true },
];

/** Enough choices to fill a long list. */
export const communes: readonly Choice[] = Array.from({ length: 136 }, (_, at) => ({
  value: `xa${at + 1}`,
  label: `Xã Thạnh Mỹ ${at + 1}`,
  detail: 'Huyện Đơn Dương',
}));

/** A search elsewhere that answers from `units`, and fails for the word "lỗi". */
export async function searchUnits(typed: string, signal: AbortSignal): Promise<readonly Choice[]> {
  await new Promise(resolve => setTimeout(resolve, 200));
  signal.throwIfAborted();
  if (typed.includes('lỗi')) throw new TypeError('network');
  const { findChoices } = await import('../choosers/choices.ts');
  return findChoices(units, typed);
}
