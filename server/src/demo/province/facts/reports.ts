// What units and the Office write while an assignment is carried out. Slots as in `Field`; {u} is the lead unit.

/** Tasks that follow from any agenda item; {s} is its subject. */
export const itemTasks: readonly string[] = [
  'tiếp thu ý kiến các thành viên UBND tỉnh, hoàn thiện hồ sơ {s}',
  'rà soát, chuẩn hóa số liệu tại {d} để hoàn thiện báo cáo về {s}',
  'làm việc với UBND {d} để thống nhất phương án thực hiện {s}',
  'tham mưu bố trí nguồn lực thực hiện {s}',
  'xây dựng kế hoạch chi tiết triển khai {s}, xác định rõ mốc thời gian từng công việc',
  'kiểm tra thực tế tại {c}, làm rõ vướng mắc liên quan đến {s}',
  'tổng hợp khó khăn, vướng mắc của các địa phương về {s}, đề xuất hướng xử lý',
  'dự thảo văn bản của UBND tỉnh chỉ đạo thực hiện {s}',
  'tổ chức hội nghị hướng dẫn thực hiện {s} cho cán bộ cấp huyện, cấp xã',
  'giải trình làm rõ nguyên nhân chậm và trách nhiệm của các đơn vị liên quan đến {s}',
  'đề xuất cơ chế kiểm tra, giám sát việc thực hiện {s} tại {d}',
  'lấy ý kiến Sở Tư pháp và các cơ quan liên quan về {s}',
];

/** Tasks of a district; {c} is one of its communes. */
export const districtTasks: readonly string[] = [
  'hoàn thành bồi thường, giải phóng mặt bằng các dự án qua {c}',
  'xử lý dứt điểm các trường hợp vi phạm đất đai tại {c}',
  'giải trình việc chậm thực hiện {s} trên địa bàn, đề xuất biện pháp khắc phục',
  'rà soát, cập nhật số liệu về {s} trên địa bàn',
  'bố trí quỹ đất tái định cư tại {c}',
  'đối thoại với các hộ dân tại {c}, tạo đồng thuận trong thực hiện {s}',
  'bàn giao mặt bằng sạch cho chủ đầu tư tại {c}',
  'kiểm tra, chấn chỉnh việc thực hiện {s} tại {c}',
];

/** Tasks without an end, for assignments that are reported every month or have no deadline. */
export const standingTasks: readonly string[] = [
  'theo dõi, đôn đốc việc thực hiện {s}, kịp thời tháo gỡ vướng mắc cho cơ sở',
  'tổng hợp tình hình, cập nhật tiến độ {s} trên hệ thống theo dõi nhiệm vụ',
  'nắm tình hình thực hiện {s} tại {d}',
  'tăng cường kiểm tra, hướng dẫn UBND {d} thực hiện {s}',
  'duy trì giao ban với các đơn vị liên quan về {s}',
  'công khai kết quả thực hiện {s} trên Cổng thông tin điện tử của tỉnh',
  'tiếp nhận, giải quyết kịp thời kiến nghị của người dân và doanh nghiệp tại {d} về {s}',
  'rà soát, cập nhật số liệu về {s} tại các xã, phường, thị trấn thuộc {d}',
  'tuyên truyền, tạo đồng thuận trong nhân dân {d} về {s}',
];

export const progressReports: readonly string[] = [
  'Đã ban hành kế hoạch thực hiện, phân công từng phòng chuyên môn và mốc thời gian cụ thể.',
  'Đã gửi văn bản lấy ý kiến {i:8-20} cơ quan, đơn vị; hiện đang tổng hợp ý kiến tham gia.',
  'Đã tổ chức kiểm tra thực tế tại {d}; đang hoàn thiện biên bản và số liệu.',
  'Hoàn thành rà soát {p:40-75}% khối lượng; phần còn lại chờ số liệu của UBND {d}.',
  'Đã họp thống nhất với các đơn vị phối hợp; còn {i:1-4} nội dung chưa thống nhất, sẽ báo cáo xin ý kiến.',
  'Dự thảo lần 1 đã hoàn thành, đang xin ý kiến thẩm định của Sở Tư pháp.',
  'Đã làm việc với đơn vị tư vấn, bổ sung hồ sơ theo yêu cầu; dự kiến hoàn thành đúng hạn.',
  'Vướng mắc về nguồn kinh phí đã được Sở Tài chính có ý kiến; đang điều chỉnh phương án.',
  'Đã đôn đốc UBND {d} bằng văn bản lần 2; chưa nhận được báo cáo của địa phương.',
  'Đã hoàn thiện hồ sơ, đang trình lãnh đạo {u} xem xét, ký ban hành.',
];

export const submissions: readonly string[] = [
  '{u} đã hoàn thành nhiệm vụ, kết quả báo cáo tại văn bản số {i:120-980}; kính đề nghị xác nhận.',
  'Đã hoàn thành toàn bộ nội dung được giao, hồ sơ gửi kèm trên hệ thống quản lý văn bản và điều hành.',
  'Đã ban hành văn bản triển khai và báo cáo UBND tỉnh theo yêu cầu; đề nghị xác nhận hoàn thành.',
  'Nhiệm vụ đã thực hiện xong, kết quả được các đơn vị phối hợp thống nhất.',
  'Đã trình UBND tỉnh hồ sơ hoàn chỉnh, tiếp thu đầy đủ ý kiến tại cuộc họp.',
];

export const returns: readonly string[] = [
  'Báo cáo chưa nêu kết quả cụ thể tại {d}, đề nghị bổ sung số liệu và minh chứng.',
  'Chưa có ý kiến của đơn vị phối hợp theo kết luận, đề nghị lấy ý kiến và báo cáo lại.',
  'Nội dung mới nêu vấn đề, chưa thể hiện rõ quan điểm và phương án đề xuất của đơn vị.',
  'Hồ sơ thiếu căn cứ pháp lý, đề nghị rà soát, hoàn thiện theo quy định.',
];

export const confirmations: readonly string[] = [
  '',
  '',
  '',
  'Xác nhận hoàn thành.',
  'Kết quả đạt yêu cầu, lưu hồ sơ theo dõi.',
  'Hoàn thành; đề nghị tiếp tục duy trì.',
];

export const refusals: readonly string[] = [
  'Nội dung thuộc chức năng của Sở Xây dựng, đề nghị UBND tỉnh xem xét giao lại cơ quan chủ trì.',
  'Nhiệm vụ trùng với nội dung đã giao tại thông báo kết luận trước, đề nghị gộp để thực hiện thống nhất.',
  'Đơn vị không có thẩm quyền xử lý, đề nghị giao cơ quan quản lý chuyên ngành chủ trì.',
];

export const extensions: readonly string[] = [
  'Gia hạn theo đề nghị của {u} do phải chờ hướng dẫn của bộ, ngành trung ương.',
  'Đồng ý lùi thời hạn để lấy thêm ý kiến của UBND các huyện, thành phố.',
  'Điều chỉnh thời hạn cho phù hợp với lịch phiên họp UBND tỉnh.',
];
