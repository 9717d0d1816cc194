/** The sentences of refusals, by reason. */
export const assignmentsProblems = {
  vi: {
    'assignments.exists': 'Nhiệm vụ này đã được giao.',
    'assignments.notHeldYet': 'Chỉ giao được nhiệm vụ từ cuộc họp đã khai mạc.',
    'assignments.leadAmongCoordinators':
      'Đơn vị chủ trì không thể đồng thời là đơn vị phối hợp. Bỏ đơn vị này khỏi danh sách phối hợp.',
    'assignments.notOfLeadUnit': 'Người thực hiện phải đang giữ chức vụ tại đơn vị chủ trì.',
    'assignments.alreadyCompleted':
      'Nhiệm vụ đã hoàn thành nên không sửa được. Trả lại trước nếu cần làm tiếp.',
    'assignments.alreadyAccepted': 'Nhiệm vụ đã được nhận.',
    'assignments.alreadyAnswered': 'Nhiệm vụ đã được nhận hoặc đã từ chối nên không từ chối được nữa.',
    'assignments.notNameable': 'Nhiệm vụ đã kết thúc hoặc đã bị từ chối nên không đổi người thực hiện được.',
    'assignments.notUnderWay': 'Nhiệm vụ chưa được nhận hoặc đang chờ xác nhận nên chưa báo cáo được.',
    'assignments.notSubmitted': 'Đơn vị chưa báo hoàn thành nên chưa xác nhận được.',
    'assignments.nothingToReturn': 'Đơn vị đang thực hiện nhiệm vụ này nên không có kết quả để trả lại.',
  },
  en: {
    'assignments.exists': 'This assignment was made already.',
    'assignments.notHeldYet': 'Only a meeting that has been opened can give assignments.',
    'assignments.leadAmongCoordinators':
      'The lead unit cannot be a coordinating unit as well. Take it off the list of coordinating units.',
    'assignments.notOfLeadUnit': 'The responsible person has to hold a post in the lead unit.',
    'assignments.alreadyCompleted':
      'The assignment is completed and cannot be corrected. Return it first if there is more to do.',
    'assignments.alreadyAccepted': 'The assignment was accepted already.',
    'assignments.alreadyAnswered': 'The assignment was accepted or declined already.',
    'assignments.notNameable': 'The assignment is completed or declined: its responsible person stays.',
    'assignments.notUnderWay': 'The assignment is not accepted yet, or it waits for confirmation.',
    'assignments.notSubmitted': 'The unit has not declared the work done yet.',
    'assignments.nothingToReturn': 'The unit is at work on it: there is no result to return.',
  },
} satisfies Record<'vi' | 'en', Record<string, string>>;
