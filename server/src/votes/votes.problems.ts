/** The sentences of refusals, by reason. */
export const votesProblems = {
  vi: {
    'votes.exists': 'Nội dung biểu quyết này đã có.',
    'votes.needsTwoOptions': 'Cần ít nhất hai phương án khác nhau để chọn.',
    'votes.opinionsTell': 'Bỏ phiếu kín không ghi ý kiến khác, vì chữ viết cho biết người viết.',
    'votes.notPrepared': 'Chỉ sửa hoặc xóa được nội dung biểu quyết chưa mở.',
    'votes.oneAtATime': 'Đang có một nội dung biểu quyết mở. Kết thúc nội dung đó trước.',
    'votes.nobodyVotes': 'Cuộc họp chưa có thành viên nào có quyền biểu quyết.',
    'votes.notOpen': 'Nội dung biểu quyết này không mở.',
    'votes.badBallot': 'Phiếu chọn chưa đúng với nội dung biểu quyết. Chọn lại rồi gửi.',
    'votes.alreadyCast': 'Đồng chí đã biểu quyết nội dung này, phiếu không đổi được nữa.',
    'votes.noTie': 'Kết quả không ngang phiếu, không cần ý kiến quyết định của chủ tọa.',
  },
  en: {
    'votes.exists': 'This vote is there already.',
    'votes.needsTwoOptions': 'At least two different options are needed to choose from.',
    'votes.opinionsTell': 'A secret ballot takes no written opinion: writing tells who wrote it.',
    'votes.notPrepared': 'Only a vote that was not opened yet can be changed or removed.',
    'votes.oneAtATime': 'Another vote is open. Close it first.',
    'votes.nobodyVotes': 'The meeting has no members who vote.',
    'votes.notOpen': 'This vote is not open.',
    'votes.badBallot': 'The ballot does not fit the question. Choose again and send it.',
    'votes.alreadyCast': 'You have voted on this; the ballot cannot be changed any more.',
    'votes.noTie': 'There is no tie for the chair to break.',
  },
} as const;
