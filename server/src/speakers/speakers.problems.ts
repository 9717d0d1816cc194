/** The sentences of refusals, by reason. */
export const speakersProblems = {
  vi: {
    'speakers.exists': 'Đăng ký này đã được ghi nhận.',
    'speakers.itemOver': 'Mục này đã xong hoặc đã chuyển sang cuộc họp khác nên không nhận đăng ký nữa.',
    'speakers.alreadyWaiting': 'Người này đã có trong danh sách chờ phát biểu ở mục này.',
    'speakers.tooMany': 'Mỗi người đăng ký nhiều nhất {most} lần ở một mục.',
    'speakers.maySpeakNot': 'Người này không có quyền phát biểu trong cuộc họp.',
    'speakers.notWaiting': 'Đăng ký này không còn chờ đến lượt. Xem lại danh sách mới nhất.',
    'speakers.notCurrent': 'Chỉ mời phát biểu về mục đang bàn.',
    'speakers.notSpeaking': 'Người này không đang phát biểu.',
    'speakers.longEnough': 'Một lần phát biểu kéo dài nhiều nhất {minutes} phút.',
    'speakers.neighbourGone': 'Danh sách vừa thay đổi. Xem lại thứ tự rồi thử lại.',
  },
  en: {
    'speakers.exists': 'This request was taken already.',
    'speakers.itemOver': 'The item is done or was carried over, so no more requests are taken.',
    'speakers.alreadyWaiting': 'This person already waits to speak to the item.',
    'speakers.tooMany': 'A person asks to speak to one item at most {most} times.',
    'speakers.maySpeakNot': 'This person may not speak in the meeting.',
    'speakers.notWaiting': 'This request does not wait for its turn any more. Look at the newest queue.',
    'speakers.notCurrent': 'The floor is given for the item under discussion only.',
    'speakers.notSpeaking': 'This person does not have the floor.',
    'speakers.longEnough': 'A speech takes at most {minutes} minutes.',
    'speakers.neighbourGone': 'The queue has just changed. Look at the order and try again.',
  },
} as const;
