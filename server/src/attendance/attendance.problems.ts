/** The sentences of refusals, by reason. */
export const attendanceProblems = {
  vi: {
    'attendance.exists': 'Việc này đã được ghi nhận.',
    'attendance.recused': 'Đồng chí đã xin không tham gia nội dung này.',
    'attendance.belongsToAll': 'Chỉ khách mời và người dự thính mới mời theo từng nội dung.',
  },
  en: {
    'attendance.exists': 'This was taken already.',
    'attendance.recused': 'You declared a conflict of interest in this item.',
    'attendance.belongsToAll': 'Only invitees and observers are admitted item by item.',
  },
} as const;
