// Sentences about one place; {D} is its name, other slots as in `Field`.

export const districtSentences: readonly string[] = [
  'Tại {D}, giá trị sản xuất các ngành ước tăng {p:6-12}% so với cùng kỳ; cơ cấu kinh tế tiếp tục chuyển dịch theo hướng tăng tỷ trọng công nghiệp, dịch vụ.',
  'Thu ngân sách trên địa bàn {D} đạt {m:380-1900} tỷ đồng, bằng {p:84-112}% dự toán tỉnh giao; thu tiền sử dụng đất chiếm {p:28-51}%.',
  '{D} đã giải phóng mặt bằng {i:24-118} ha cho {i:9-31} dự án; còn {i:3-14} dự án vướng mắc do người dân chưa đồng thuận về giá bồi thường.',
  'Hệ thống giao thông nông thôn của {D} được cứng hóa {p:91-100}%; {i:12-44} km đường huyện được nâng cấp, mở rộng trong năm.',
  'Công tác giải quyết thủ tục hành chính tại {D} đạt tỷ lệ đúng hạn {p:95-99}%; hồ sơ trực tuyến chiếm {p:48-79}%.',
  'Tỷ lệ khu dân cư văn hóa tại {D} đạt {p:86-97}%; thu nhập bình quân đầu người đạt {i:58-84} triệu đồng một năm.',
  'Số lao động được giải quyết việc làm mới tại {D} là {i:1200-3100} người; tỷ lệ hộ nghèo còn {p:0-3}%.',
  'Khó khăn lớn nhất của {D} hiện nay là quỹ đất tái định cư và nguồn vật liệu san lấp cho các công trình trọng điểm.',
  '{D} kiến nghị UBND tỉnh hỗ trợ kinh phí cải tạo hệ thống tiêu úng, đầu tư thêm {i:24-76} phòng học và nâng cấp trung tâm y tế.',
  'Công tác tiếp dân của {D} được duy trì nền nếp với {i:140-420} lượt; các vụ việc phức tạp đều có kế hoạch giải quyết cụ thể.',
  'Trong quý tới, {D} tập trung hoàn thành quy hoạch sử dụng đất, đấu giá {i:5-18} khu đất và thu gọn các khoản nợ đọng xây dựng cơ bản.',
  'An ninh, trật tự trên địa bàn {D} cơ bản ổn định; phạm pháp hình sự giảm {p:2-11}%, tai nạn giao thông giảm {p:1-9}%.',
];

/** {area} in hectares and {people} are those of the table that stands above. */
export const communeOpening =
  '{D} có diện tích tự nhiên {area} ha, dân số {people} người, dân cư tập trung dọc trục giao thông chính.';

export const communeSentences: readonly string[] = [
  'Kinh tế của {D} chủ yếu dựa vào nông nghiệp hàng hóa, tiểu thủ công nghiệp và dịch vụ; thu nhập bình quân {i:52-81} triệu đồng một người một năm.',
  'Quy hoạch dành {i:6-48} ha đất của {D} cho phát triển khu dân cư mới, {i:3-24} ha cho sản xuất kinh doanh.',
  'Các công trình cần ưu tiên đầu tư tại {D} gồm trường mầm non, nhà văn hóa, hệ thống thoát nước và {i:2-9} km đường trục chính.',
  'Tỷ lệ hộ được cấp nước sạch tại {D} đạt {p:68-98}%, rác thải sinh hoạt được thu gom {p:79-97}%.',
  'Điểm nghẽn của {D} là hạ tầng tiêu thoát nước; khi mưa lớn có {i:3-16} điểm ngập cục bộ.',
  'Trên địa bàn {D} có {i:2-14} di tích đã xếp hạng, {i:1-4} làng nghề và {i:12-96} doanh nghiệp đang hoạt động.',
  'Đất nông nghiệp của {D} sau dồn thửa đạt bình quân {p:2-4} thửa một hộ, thuận lợi cho sản xuất tập trung.',
  'Định hướng đến năm 2030, {D} hình thành vùng sản xuất rau, quả an toàn quy mô {i:18-120} ha gắn với chế biến.',
  'Trường học các cấp của {D} cơ bản đạt chuẩn; nhu cầu tăng thêm {i:4-16} phòng học do dân số cơ học tăng.',
];

export const projectNames: readonly string[] = [
  'Cải tạo, nâng cấp đường trục chính {c}',
  'Xây dựng trường mầm non trung tâm {c}',
  'Nâng cấp trung tâm y tế {d}, giai đoạn {i:1-3}',
  'Hệ thống thoát nước và xử lý nước thải đô thị {d}',
  'Khu tái định cư phục vụ giải phóng mặt bằng {c}',
  'Cầu và đường dẫn nối {c} với đường tỉnh {i:301-310}',
  'Kiên cố hóa kênh tưới, trạm bơm {c}',
  'Cải tạo, gia cố đê bối đoạn qua {c}',
  'Trường trung học cơ sở {c}: nhà lớp học {i:2-4} tầng',
  'Nhà văn hóa và sân thể thao {c}',
  'Hạ tầng kỹ thuật cụm công nghiệp {c}',
  'Đường vành đai {d}, đoạn từ nút giao đến {c}',
  'Trụ sở làm việc UBND {c}',
  'Lắp đặt hệ thống chiếu sáng các tuyến đường {d}',
  'Tu bổ, tôn tạo di tích lịch sử - văn hóa {c}',
  'Hệ thống cấp nước sạch liên xã khu vực {c}',
  'Nạo vét hồ điều hòa và cảnh quan {d}',
  'Trang thiết bị phòng họp trực tuyến {d}',
  'Cải tạo chợ trung tâm {c}',
  'Khu xử lý chất thải rắn {d}',
];
