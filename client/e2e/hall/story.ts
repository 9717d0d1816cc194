import { writeFileSync } from 'node:fs';
import { writePaper } from '../../../server/src/demo/pdf/paper.ts';

// What the story of one meeting is about: its agenda, its paper, and what is written into its minutes.

/** The meeting that the story is about, and the later one that takes over what is left. */
export const title = 'Phiên họp chuyên đề về dự toán ngân sách năm 2027';
export const laterTitle = 'Phiên họp chuyên đề tiếp theo';
/** The agenda, by what the story calls each item. */
export const items = {
  budget: 'Dự toán ngân sách địa phương năm 2027',
  investment: 'Phương án phân bổ vốn đầu tư công năm 2027',
  land: 'Giá đất trên địa bàn tỉnh',
  schools: 'Đề án kiên cố hóa trường học',
} as const;

/** Everything that is written into the minutes, a line each. */
export const said = {
  budget: 'Giám đốc Sở Tài chính báo cáo tổng thu 37.500 tỷ đồng.',
  order: 'Giao Sở Tài chính chủ trì, phối hợp Sở Kế hoạch và Đầu tư, báo cáo UBND tỉnh trước ngày 30/12.',
  investment: 'Thống nhất phương án phân bổ vốn đã trình, ưu tiên công trình chuyển tiếp.',
  schools:
    'Sở Giáo dục và Đào tạo nêu 214 phòng học xuống cấp. Kinh phí dự kiến 480 tỷ đồng từ ngân sách tỉnh và huyện.',
  villages:
    'Đại biểu đề nghị ưu tiên các xã vùng cao, biên giới. Giai đoạn 2027 đến 2030, mỗi năm ít nhất 50 phòng.',
} as const;
/** The two halves of a line of two sentences: one written without a network, one while the server is killed. */
export const halves = (line: string): [string, string] => {
  const end = line.indexOf('. ') + 2;
  return [line.slice(0, end), line.slice(end)];
};

/** Writes the paper of the first item, six pages with tables, signed by this head of department. */
export async function writeBudgetPaper(file: string, signerName: string): Promise<void> {
  const spec = {
    id: 'e2e',
    title: 'Tờ trình về việc giao dự toán ngân sách năm 2027',
    kind: 'submission' as const,
    pages: 6,
    style: 'tables' as const,
    unitId: 'stc',
    issuedOn: '2026-11-20',
    signerName,
  };
  const setting = { today: '2026-11-24', unitNames: new Map([['stc', 'Sở Tài chính']]) };
  writeFileSync(file, await writePaper(spec, setting));
}
