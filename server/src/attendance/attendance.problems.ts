/** The sentences of refusals, by reason. */
export const attendanceProblems = {
  vi: {
    'attendance.tooEarly': 'Điểm danh mở từ {hours} giờ trước cuộc họp.',
    'attendance.notThere': 'Người này hiện không có mặt.',
    'attendance.notAway': 'Người này đang có mặt, hoặc chưa điểm danh lần nào.',
    'attendance.isThere': 'Người này đang có mặt nên không báo vắng được.',
    'attendance.codeWrong': 'Mã đã đổi hoặc không đúng. Quét lại mã đang hiện ở cửa.',
    'attendance.seatTaken': 'Một chỗ chỉ xếp cho một người, và một người chỉ có một chỗ.',
    'attendance.cannotSubstitute': 'Không cử được người này dự thay.',
    'attendance.substituteDecided': 'Chủ trì đã có ý kiến về người dự thay.',
    'attendance.exists': 'Việc này đã được ghi nhận.',
    'attendance.recused': 'Đồng chí đã xin không tham gia nội dung này.',
    'attendance.belongsToAll': 'Chỉ khách mời và người dự thính mới mời theo từng nội dung.',
  },
  en: {
    'attendance.tooEarly': 'Check-in opens {hours} hours before the meeting.',
    'attendance.notThere': 'This person is not there now.',
    'attendance.notAway': 'This person is there, or has not checked in yet.',
    'attendance.isThere': 'This person is there and cannot be reported absent.',
    'attendance.codeWrong': 'The code has changed or is wrong. Scan the one at the door again.',
    'attendance.seatTaken': 'A seat is for one person, and a person has one seat.',
    'attendance.cannotSubstitute': 'This person cannot be the substitute.',
    'attendance.substituteDecided': 'The chair has decided on the substitute already.',
    'attendance.exists': 'This was taken already.',
    'attendance.recused': 'You declared a conflict of interest in this item.',
    'attendance.belongsToAll': 'Only invitees and observers are admitted item by item.',
  },
} as const;
