import type { AsideReason } from '@nghisu/shared/minutes/minutes.records.ts';
import { defineMessages } from '../../platform/i18n/i18n.svelte.ts';

const reasonsVi: Record<AsideReason, string> = {
  generation: 'Được ghi trước khi biên bản được khôi phục từ bản lưu.',
  closed: 'Đến nơi sau khi biên bản đã khóa.',
  refused: 'Máy chủ không nhận khi đang ghi; chữ còn lại trên thiết bị đó.',
  stranded: 'Đoạn đang ghi vào đã bị người khác xóa.',
  read_only: 'Đến nơi khi người ghi không còn quyền ghi biên bản.',
  sections: 'Đi kèm thay đổi làm mất một phần của chương trình.',
  schema: 'Có định dạng mà biên bản không nhận.',
  foreign: 'Mang tên thiết bị của người khác.',
  too_large: 'Quá lớn để đưa vào biên bản.',
  too_slow: 'Quá phức tạp để đưa vào biên bản.',
  too_many: 'Đến từ quá nhiều thiết bị cùng lúc.',
  malformed: 'Đến nơi không trọn vẹn.',
  incomplete: 'Đến nơi không trọn vẹn.',
};
const reasonsEn: typeof reasonsVi = {
  generation: 'Written before the minutes were restored from a backup.',
  closed: 'Arrived after the minutes were closed.',
  refused: 'The server refused it while it was written; the text had stayed on that device.',
  stranded: 'Somebody else had deleted the paragraph it was written into.',
  read_only: 'Arrived when its writer had lost the right to write.',
  sections: 'Came with a change that removes a part of the agenda.',
  schema: 'Has a form that the minutes do not take.',
  foreign: 'Came under the name of another person’s device.',
  too_large: 'Too large for the minutes.',
  too_slow: 'Too complex for the minutes.',
  too_many: 'Came from too many devices at once.',
  malformed: 'Arrived incomplete.',
  incomplete: 'Arrived incomplete.',
};

/** Words of the text that was set aside. */
export const asideWords = defineMessages({
  vi: {
    parts: 'Phần ghi để riêng',
    waiting: (count: number) => `Có ${count} phần ghi để riêng, chưa vào biên bản`,
    allDecided: (count: number) => `${count} phần ghi để riêng, đã xử lý`,
    open: 'Mở xem',
    handedOver: 'Chữ ghi trên máy này trước đó đã được để riêng cho thư ký xem lại.',
    yours: (count: number, why: string) =>
      `${count} phần ghi của đồng chí được để riêng cho thư ký. Lý do: ${why}`,
    explanation:
      'Chữ dưới đây chưa vào biên bản. Chèn vào biên bản, hoặc bỏ qua nếu không cần; nội dung luôn được giữ lại.',
    nothingWaiting: 'Không còn phần nào chờ xem.',
    unknownPerson: 'Không rõ người ghi',
    reasons: reasonsVi,
    noPlace: 'Chưa rõ thuộc mục nào',
    failed: 'Chưa mở được phần ghi này.',
    nothingNew: 'Mọi chữ của phần này nay đã có trong biên bản.',
    unreadable: 'Không đọc được thành chữ. Dữ liệu gốc vẫn được giữ cho bộ phận kỹ thuật.',
    insert: 'Chèn vào biên bản',
    copy: 'Sao chép',
    copied: 'Đã sao chép.',
    notCopied: 'Chưa sao chép được. Bôi đen chữ rồi bấm Ctrl+C.',
    dismiss: 'Đã xem, bỏ qua',
    inserted: (name: string, moment: string) => `Đã chèn vào biên bản: ${name}, ${moment}`,
    dismissed: (name: string, moment: string) => `Đã xem, bỏ qua: ${name}, ${moment}`,
    decided: (count: number) => `Đã xử lý (${count})`,
    insertedNow: 'Đã chèn vào biên bản. Bấm Ctrl+Z trong biên bản để hoàn tác.',
  },
  en: {
    parts: 'Text set aside',
    waiting: (count: number) =>
      count === 1 ? '1 text set aside, not in the minutes' : `${count} texts set aside, not in the minutes`,
    allDecided: (count: number) =>
      count === 1 ? '1 text set aside, dealt with' : `${count} texts set aside, dealt with`,
    open: 'Open',
    handedOver: 'What was typed on this device before is set aside for the secretary to look at.',
    yours: (count: number, why: string) =>
      `${count === 1 ? 'A text' : `${count} texts`} of yours set aside for the secretary. Reason: ${why}`,
    explanation:
      'These texts are not in the minutes. Insert them, or leave them out; what was written is kept in any case.',
    nothingWaiting: 'Nothing waits to be looked at.',
    unknownPerson: 'Unknown writer',
    reasons: reasonsEn,
    noPlace: 'Agenda item not known',
    failed: 'The text could not be opened.',
    nothingNew: 'Every word of this is in the minutes by now.',
    unreadable: 'It cannot be shown as text. The original data is kept for the technical staff.',
    insert: 'Insert into the minutes',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'Not copied. Select the text and press Ctrl+C.',
    dismiss: 'Seen, leave out',
    inserted: (name: string, moment: string) => `Inserted into the minutes: ${name}, ${moment}`,
    dismissed: (name: string, moment: string) => `Seen, left out: ${name}, ${moment}`,
    decided: (count: number) => `Dealt with (${count})`,
    insertedNow: 'Inserted into the minutes. Ctrl+Z in the minutes undoes it.',
  },
});
