import type { MeetingState, MeetingType } from '@nghisu/shared/meetings/meetings.records.ts';
import type { MeetingRole } from '@nghisu/shared/platform/viewer.ts';
import { defineMessages } from '../platform/i18n/i18n.svelte.ts';

const typesVi: Record<MeetingType, string> = {
  regularSession: 'Phiên họp thường kỳ',
  thematicSession: 'Phiên họp chuyên đề',
  extraordinarySession: 'Phiên họp bất thường',
  briefingMeeting: 'Họp giao ban',
  workingMeeting: 'Cuộc họp giải quyết công việc',
  onlineConference: 'Hội nghị trực tuyến',
  citizenReception: 'Tiếp công dân',
};
const typesEn: Record<MeetingType, string> = {
  regularSession: 'Regular session',
  thematicSession: 'Thematic session',
  extraordinarySession: 'Extraordinary session',
  briefingMeeting: 'Briefing meeting',
  workingMeeting: 'Working meeting',
  onlineConference: 'Online conference',
  citizenReception: 'Citizen reception',
};
const statesVi: Record<MeetingState, string> = {
  draft: 'Đang chuẩn bị',
  published: 'Đã gửi giấy mời',
  running: 'Đang họp',
  paused: 'Tạm dừng',
  closed: 'Đã kết thúc',
  cancelled: 'Đã hủy',
};
const statesEn: Record<MeetingState, string> = {
  draft: 'In preparation',
  published: 'Invitations sent',
  running: 'Running',
  paused: 'Paused',
  closed: 'Closed',
  cancelled: 'Cancelled',
};
const rolesVi: Record<MeetingRole, string> = {
  chair: 'Chủ trì',
  secretary: 'Thư ký',
  member: 'Thành viên dự họp',
  invitee: 'Khách mời',
  observer: 'Dự thính',
};
const rolesEn: Record<MeetingRole, string> = {
  chair: 'Chair',
  secretary: 'Secretary',
  member: 'Member',
  invitee: 'Invitee',
  observer: 'Observer',
};

/** Words of meetings, their life and the people invited. */
export const meetingsWords = defineMessages({
  vi: {
    meetings: 'Cuộc họp',
    types: typesVi,
    states: statesVi,
    roles: rolesVi,
    create: 'Tạo cuộc họp',
    enter: 'Vào phòng họp',
    prepare: 'Chuẩn bị',
    readPapers: 'Đọc tài liệu',
    upcoming: 'Sắp tới',
    past: 'Đã qua',
    noMeetings: 'Chưa có cuộc họp nào',
    noMeetingsText: 'Khi có giấy mời, cuộc họp hiện ở đây ngay.',
    noMeetingsStaff: 'Tạo cuộc họp đầu tiên, lập chương trình, rồi gửi giấy mời.',
    chairedBy: (name: string) => `Chủ trì: ${name}`,
    room: 'Phòng họp',
    noRoom: 'Chưa chọn phòng',
    gone: 'Không mở được cuộc họp này',
    goneText: 'Cuộc họp không có, hoặc đồng chí không còn trong thành phần dự họp.',
    backToMeetings: 'Về danh sách cuộc họp',
  },
  en: {
    meetings: 'Meetings',
    types: typesEn,
    states: statesEn,
    roles: rolesEn,
    create: 'New meeting',
    enter: 'Enter the meeting',
    prepare: 'Prepare',
    readPapers: 'Read the papers',
    upcoming: 'Coming',
    past: 'Past',
    noMeetings: 'No meetings yet',
    noMeetingsText: 'A meeting appears here as soon as you are invited.',
    noMeetingsStaff: 'Make the first meeting, build its agenda, then send the invitations.',
    chairedBy: (name: string) => `Chair: ${name}`,
    room: 'Room',
    noRoom: 'No room chosen',
    gone: 'This meeting cannot be opened',
    goneText: 'It does not exist, or you are not among the people invited.',
    backToMeetings: 'To the list of meetings',
  },
});
