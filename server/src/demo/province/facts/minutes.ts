// What minutes say between the report and the conclusion. Slots as in `Field`; {s} is the subject of the item.

export const reportings: readonly string[] = [
  '{who} báo cáo tóm tắt {s}; nêu rõ kết quả đạt được, những nội dung còn ý kiến khác nhau và kiến nghị xin ý kiến phiên họp.',
  '{who} trình bày tóm tắt {s}, trong đó tập trung vào {i:2-4} nội dung cần xin ý kiến; toàn văn tài liệu đã gửi các thành viên trước phiên họp.',
  '{who} báo cáo {s}; giải trình các ý kiến thẩm tra của Văn phòng UBND tỉnh và ý kiến tham gia của {i:14-22} cơ quan, đơn vị.',
];

export const opinions: readonly string[] = [
  'nhất trí với nội dung trình; đề nghị làm rõ nguồn lực thực hiện và khả năng cân đối trong năm nay.',
  'đề nghị rà soát số liệu tại {d}, hiện còn chênh lệch giữa báo cáo của huyện và của sở; thống nhất một đầu mối tổng hợp.',
  'đề nghị bổ sung mốc thời gian cụ thể cho từng công việc; nội dung nào chưa rõ cơ quan chủ trì thì giao ngay tại phiên họp.',
  'cho rằng vướng mắc lớn nhất là giải phóng mặt bằng tại {c}; đề nghị UBND {d} cam kết thời hạn bàn giao.',
  'đề nghị không đưa vào dự thảo những nội dung đã được quy định ở văn bản của cấp trên, tránh trùng lặp.',
  'nhất trí về chủ trương; lưu ý tác động đến người dân và doanh nghiệp, cần thông tin sớm và có bước chuyển tiếp.',
  'báo cáo thêm: đến nay còn {i:3-12} hồ sơ chưa giải quyết do chờ ý kiến của bộ, ngành trung ương; sở đã có văn bản đôn đốc.',
  'đề nghị lấy ý kiến Sở Tư pháp về thẩm quyền ban hành trước khi ký; nhất trí với các nội dung khác.',
  'kiến nghị cho phép áp dụng cơ chế như đã thực hiện tại {d}, qua một năm cho kết quả tốt.',
  'phản ánh khó khăn ở cơ sở: cán bộ cấp xã thiếu, phần mềm phải nhập nhiều lần; đề nghị Sở Thông tin và Truyền thông kết nối dữ liệu.',
  'đề nghị ưu tiên các công trình có thể hoàn thành ngay trong quý, không khởi công mới khi chưa đủ thủ tục.',
  'đồng tình với đề xuất; đề nghị giảm {i:1-3} chỉ tiêu chưa có cơ sở tính toán và bổ sung phương án dự phòng.',
  'lưu ý tiến độ giải ngân của một số chủ đầu tư dưới mức bình quân; đề nghị điều chuyển vốn trước ngày 20.',
  'đề nghị làm rõ trách nhiệm của từng cơ quan đối với các nhiệm vụ đã quá hạn, không để kéo dài sang năm sau.',
];

export const explanations: readonly string[] = [
  '{who} tiếp thu các ý kiến, giải trình thêm về số liệu và khẳng định đã thống nhất với các cơ quan liên quan về phương án trình.',
  '{who} tiếp thu ý kiến về mốc thời gian và đầu mối thực hiện; phần kinh phí sẽ thống nhất lại với Sở Tài chính ngay sau phiên họp.',
  '{who} giải trình về nguyên nhân chậm, nhận trách nhiệm và cam kết hoàn thành theo thời hạn được giao.',
];

export const conclusions: readonly string[] = [
  'Thống nhất về chủ trương đối với {s}; cơ quan trình tiếp thu ý kiến tham gia, hoàn thiện hồ sơ theo quy định.',
  'Đánh giá cao sự chuẩn bị của cơ quan trình; cơ bản thống nhất {s}, một số nội dung cần làm rõ thêm trước khi ban hành.',
  'Ghi nhận kết quả bước đầu; yêu cầu các cơ quan tập trung khắc phục ngay các hạn chế đã nêu trong báo cáo về {s}.',
  'Yêu cầu thực hiện nghiêm nguyên tắc mỗi việc một cơ quan chủ trì; Văn phòng UBND tỉnh theo dõi, đôn đốc các nhiệm vụ về {s}.',
];
