import { assignmentsProblems } from './assignments/assignments.problems.ts';
import { attendanceProblems } from './attendance/attendance.problems.ts';
import { decisionsProblems } from './decisions/decisions.problems.ts';
import { asideProblems } from './minutes/aside/aside.problems.ts';
import { accountsProblems } from './organisation/accounts/accounts.problems.ts';
import { organisationProblems } from './organisation/organisation.problems.ts';
import { papersProblems } from './papers/papers.problems.ts';
import type { ProblemMessages } from './platform/web/problems.ts';
import { speakersProblems } from './speakers/speakers.problems.ts';
import { votesProblems } from './votes/votes.problems.ts';

/** The sentences of problem answers. */
export const problemMessages: ProblemMessages = {
  codes: {
    vi: {
      invalid: 'Nội dung gửi lên chưa hợp lệ. Kiểm tra lại các mục được nêu rồi gửi lại.',
      unauthenticated: 'Phiên đăng nhập đã hết. Đăng nhập lại để tiếp tục.',
      not_found: 'Không tìm thấy, hoặc đồng chí không có quyền xem.',
      conflict: 'Việc này không làm được ở trạng thái hiện tại. Xem lại trạng thái mới nhất rồi thử lại.',
      too_large: 'Nội dung gửi lên quá lớn.',
      unsupported: 'Loại tệp này chưa được nhận. Hãy dùng tệp PDF.',
      too_many: 'Quá nhiều yêu cầu trong thời gian ngắn. Chờ một phút rồi thử lại.',
      outdated: 'Phần mềm đã có bản mới. Tải lại trang để tiếp tục; nội dung đã nhập được giữ lại.',
      unavailable: 'Máy chủ tạm thời chưa đáp ứng được. Nội dung vẫn được giữ, hãy thử lại.',
      internal: 'Có lỗi ngoài dự kiến. Báo cho bộ phận kỹ thuật kèm mã sự cố.',
    },
    en: {
      invalid: 'What was sent is not valid. Check the fields named and send it again.',
      unauthenticated: 'You are not logged in any more. Log in to go on.',
      not_found: 'Not found, or not yours to see.',
      conflict: 'That cannot be done in the present state. Look at the newest state and try again.',
      too_large: 'What was sent is too large.',
      unsupported: 'This kind of file is not accepted. Use a PDF file.',
      too_many: 'Too many requests in a short time. Wait a minute and try again.',
      outdated: 'There is a new version. Reload the page to go on; what you typed is kept.',
      unavailable: 'The server cannot answer for the moment. Nothing is lost; try again.',
      internal: 'Something unexpected went wrong. Tell the technical staff, with the trace.',
    },
  },
  reasons: {
    vi: {
      'platform.unknownCommand': 'Yêu cầu không được hỗ trợ. Tải lại trang rồi thử lại.',
      'platform.wrongStream': 'Yêu cầu gửi sai chỗ. Tải lại trang rồi thử lại.',
      'platform.commandReused': 'Mã yêu cầu đã được dùng cho việc khác.',
      'platform.foreignOrigin': 'Yêu cầu đến từ trang không được phép.',
      'sessions.tooManyAttempts': 'Đăng nhập sai nhiều lần. Chờ một phút rồi thử lại.',
      'sessions.wrongCredentials': 'Tên đăng nhập hoặc mật khẩu không đúng.',
      'meetings.exists': 'Cuộc họp này đã được tạo.',
      'meetings.notEditable': 'Cuộc họp đã kết thúc hoặc đã hủy nên không sửa được.',
      'meetings.notRunning': 'Cuộc họp chưa khai mạc hoặc đang tạm dừng.',
      'meetings.wrongState': 'Cuộc họp không ở trạng thái cho phép việc này.',
      'meetings.needsChair': 'Cuộc họp phải có người chủ trì. Chọn người chủ trì khác trước.',
      'meetings.needsSecretary': 'Cuộc họp phải còn ít nhất một thư ký.',
      'meetings.unitWithoutHead': 'Các đơn vị đã chọn chưa có người đứng đầu. Mời theo tên người.',
      'agenda.nestedOnce': 'Chương trình chỉ có hai cấp: mục và mục con.',
      'agenda.neighbourGone': 'Mục bên cạnh vừa được chuyển đi. Xem lại thứ tự rồi thử lại.',
      'agenda.tooLong': 'Chương trình đã đủ 200 mục.',
      'agenda.alreadyDiscussed': 'Mục đã thảo luận thì không xóa được. Có thể chuyển sang phiên sau.',
      'agenda.hasNestedItems': 'Mục còn mục con. Chuyển hoặc xóa mục con trước.',
      'agenda.carriedOver': 'Mục này đã được chuyển sang cuộc họp khác.',
      ...votesProblems.vi,
      ...organisationProblems.vi,
      ...accountsProblems.vi,
      ...attendanceProblems.vi,
      ...papersProblems.vi,
      ...decisionsProblems.vi,
      ...speakersProblems.vi,
      ...asideProblems.vi,
      ...assignmentsProblems.vi,
    },
    en: {
      'platform.unknownCommand': 'This request is not known. Reload the page and try again.',
      'platform.wrongStream': 'The request was sent to the wrong place. Reload the page and try again.',
      'platform.commandReused': 'The id of this request was used for something else.',
      'platform.foreignOrigin': 'The request comes from a page that is not allowed.',
      'sessions.tooManyAttempts': 'Too many failed attempts. Wait a minute and try again.',
      'sessions.wrongCredentials': 'User name or password is wrong.',
      'meetings.exists': 'This meeting has been created already.',
      'meetings.notEditable': 'The meeting is closed or cancelled and cannot be changed.',
      'meetings.notRunning': 'The meeting is not open, or paused.',
      'meetings.wrongState': 'The meeting is not in a state that allows this.',
      'meetings.needsChair': 'A meeting needs a chair. Choose another chair first.',
      'meetings.needsSecretary': 'A meeting needs at least one secretary.',
      'meetings.unitWithoutHead': 'The chosen units have no head at present. Invite people by name.',
      'agenda.nestedOnce': 'An agenda has two levels: items and nested items.',
      'agenda.neighbourGone': 'The neighbouring item was just moved. Look at the order and try again.',
      'agenda.tooLong': 'The agenda already has 200 items.',
      'agenda.alreadyDiscussed': 'An item that was discussed cannot be removed. It can be carried over.',
      'agenda.hasNestedItems': 'The item has nested items. Move or remove those first.',
      'agenda.carriedOver': 'This item was carried over to another meeting.',
      ...votesProblems.en,
      ...organisationProblems.en,
      ...accountsProblems.en,
      ...attendanceProblems.en,
      ...papersProblems.en,
      ...decisionsProblems.en,
      ...speakersProblems.en,
      ...asideProblems.en,
      ...assignmentsProblems.en,
    },
  },
};
