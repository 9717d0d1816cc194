import type { Field } from './field.ts';

/** Education, health, labour, culture. */
export const societyFields: readonly Field[] = [
  {
    name: 'giáo dục và đào tạo',
    units: ['Sở Giáo dục và Đào tạo'],
    basis: [
      'Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019',
      'Căn cứ Nghị định số 24/2021/NĐ-CP ngày 23 tháng 3 năm 2021 của Chính phủ quy định việc quản lý trong cơ sở giáo dục mầm non và cơ sở giáo dục phổ thông công lập',
    ],
    results: [
      'Toàn tỉnh có {i:416-438} trường đạt chuẩn quốc gia, tỷ lệ {p:84-93}%; riêng {d} đạt {p:88-99}%.',
      'Tỷ lệ tốt nghiệp trung học phổ thông đạt {p:98-99}%, điểm bình quân xếp thứ {i:2-7} toàn quốc.',
      'Tỉnh có {i:62-86} học sinh đạt giải quốc gia, {i:2-5} học sinh đạt huy chương quốc tế và khu vực.',
      'Đã đưa vào sử dụng {i:210-390} phòng học mới, xóa {i:46-118} phòng học tạm, phòng học nhờ.',
      'Tuyển dụng {i:420-760} giáo viên, cơ bản khắc phục tình trạng thiếu giáo viên mầm non, tiểu học.',
      'Tỷ lệ huy động trẻ nhà trẻ đạt {p:41-52}%, trẻ mẫu giáo đạt {p:98-99}%.',
    ],
    limits: [
      'Sĩ số lớp tại các trường gần khu công nghiệp thuộc {d} vượt quy định, có nơi trên {i:46-54} học sinh một lớp.',
      'Thiếu {i:640-1120} giáo viên theo định mức, nhất là các môn tin học, tiếng Anh, nghệ thuật.',
      'Cơ sở vật chất trường mầm non ngoài công lập tại {c} chưa bảo đảm yêu cầu an toàn.',
    ],
    places: [
      '{D} có {i:38-74} trường học các cấp, tỷ lệ đạt chuẩn quốc gia {p:78-98}%.',
      'Năm học này {D} tăng {i:340-2100} học sinh, thiếu {i:18-96} phòng học và {i:24-148} giáo viên theo định mức.',
      '{D} đầu tư {m:28-160} tỷ đồng xây mới, sửa chữa trường lớp, trong đó vốn xã hội hóa chiếm {p:4-16}%.',
      'Tỷ lệ trẻ em 5 tuổi hoàn thành chương trình giáo dục mầm non tại {D} đạt {p:99-100}%.',
    ],
    tasks: [
      'rà soát quy mô trường, lớp khu vực gần khu công nghiệp tại {d}, đề xuất đầu tư bổ sung phòng học',
      'lập phương án tuyển dụng, điều động giáo viên năm học {y}-{y+1}, bảo đảm đủ giáo viên các môn bắt buộc',
      'kiểm tra điều kiện hoạt động của các cơ sở mầm non tư thục trên địa bàn {d}',
      'xây dựng kế hoạch đầu tư trang thiết bị dạy học tối thiểu theo chương trình giáo dục phổ thông mới',
      'tham mưu mức thu học phí năm học {y}-{y+1} và chính sách hỗ trợ học sinh có hoàn cảnh khó khăn',
      'hoàn thiện đề án nâng cao chất lượng dạy và học ngoại ngữ trong trường phổ thông',
    ],
    indicators: [
      ['Học sinh phổ thông', 'nghìn học sinh', 236, 262],
      ['Phòng học xây mới', 'phòng', 240, 420],
      ['Trường đạt chuẩn quốc gia', 'trường', 410, 445],
      ['Chi sự nghiệp giáo dục', 'tỷ đồng', 3900, 4700],
    ],
  },
  {
    name: 'y tế và chăm sóc sức khỏe',
    units: ['Sở Y tế'],
    basis: [
      'Căn cứ Luật Khám bệnh, chữa bệnh ngày 23 tháng 11 năm 2009',
      'Căn cứ Luật Dược ngày 06 tháng 4 năm 2016',
    ],
    results: [
      'Tổng số lượt khám bệnh đạt {i:1480-1920} nghìn lượt; công suất sử dụng giường bệnh {p:81-97}%.',
      'Tỷ lệ bao phủ bảo hiểm y tế đạt {p:93-96}% dân số, tăng {p:1-2}% so với cùng kỳ.',
      'Có {i:41-46} giường bệnh và {i:14-17} bác sĩ trên một vạn dân; 136/136 trạm y tế có bác sĩ làm việc.',
      'Tiêm chủng mở rộng cho trẻ dưới một tuổi đạt {p:95-98}%; không có dịch bệnh lớn xảy ra.',
      'Bệnh viện đa khoa tỉnh triển khai {i:16-34} kỹ thuật mới, giảm {p:6-15}% người bệnh chuyển tuyến.',
      'Hồ sơ sức khỏe điện tử được lập cho {p:84-94}% người dân; {i:9-12} bệnh viện đã dùng bệnh án điện tử.',
    ],
    limits: [
      'Đấu thầu thuốc, vật tư y tế chậm, có thời điểm thiếu {i:24-61} danh mục thuốc tại các cơ sở điều trị.',
      'Bác sĩ nghỉ việc, chuyển việc {i:14-36} người; tuyến huyện, xã khó tuyển dụng.',
      'Trang thiết bị tại trung tâm y tế {d} đã cũ, chưa đáp ứng nhu cầu chẩn đoán.',
    ],
    places: [
      'Trung tâm y tế của {D} khám {i:68-240} nghìn lượt người bệnh, công suất sử dụng giường bệnh {p:72-108}%.',
      'Tỷ lệ bao phủ bảo hiểm y tế tại {D} đạt {p:91-97}%; còn {i:2100-9600} người chưa tham gia.',
      '{D} kiểm tra {i:140-620} cơ sở về an toàn thực phẩm, xử phạt {i:6-38} cơ sở.',
      'Các trạm y tế của {D} đều có bác sĩ làm việc; {i:2-8} trạm cần sửa chữa, bổ sung thiết bị.',
    ],
    tasks: [
      'hoàn thành đấu thầu tập trung thuốc, vật tư y tế năm {y}, không để thiếu thuốc tại các cơ sở điều trị',
      'xây dựng chính sách thu hút, giữ chân bác sĩ tuyến huyện, tuyến xã giai đoạn {y}-{y+1}',
      'rà soát nhu cầu trang thiết bị của trung tâm y tế {d}, đề xuất thứ tự đầu tư',
      'xây dựng kế hoạch phòng, chống dịch bệnh mùa đông xuân và bảo đảm cơ số thuốc dự phòng',
      'kiểm tra an toàn thực phẩm tại bếp ăn tập thể các khu công nghiệp thuộc {d}',
      'báo cáo phương án tự chủ tài chính của các bệnh viện công lập năm {y+1}',
    ],
    indicators: [
      ['Lượt khám bệnh', 'nghìn lượt', 1500, 2050],
      ['Giường bệnh thực kê', 'giường', 4700, 5400],
      ['Người tham gia bảo hiểm y tế', 'nghìn người', 1080, 1150],
      ['Chi sự nghiệp y tế', 'tỷ đồng', 980, 1340],
    ],
  },
  {
    name: 'lao động, người có công và xã hội',
    units: ['Sở Lao động - Thương binh và Xã hội'],
    basis: [
      'Căn cứ Bộ luật Lao động ngày 20 tháng 11 năm 2019',
      'Căn cứ Nghị định số 20/2021/NĐ-CP ngày 15 tháng 3 năm 2021 của Chính phủ quy định chính sách trợ giúp xã hội đối với đối tượng bảo trợ xã hội',
    ],
    results: [
      'Giải quyết việc làm cho {i:16200-19400} lao động; đưa {i:1400-2300} người đi làm việc ở nước ngoài theo hợp đồng.',
      'Tỷ lệ hộ nghèo theo chuẩn đa chiều còn {p:0-2}%, giảm {i:620-1150} hộ so với đầu năm.',
      'Chi trả kịp thời chế độ cho {i:21-26} nghìn người có công với tổng kinh phí {m:420-560} tỷ đồng.',
      'Tỷ lệ lao động qua đào tạo đạt {p:78-84}%, trong đó có bằng cấp, chứng chỉ {p:33-41}%.',
      'Hỗ trợ xây mới, sửa chữa {i:180-460} nhà ở cho hộ nghèo, hộ người có công tại {d} và các địa phương.',
      'Thanh tra {i:64-112} doanh nghiệp về an toàn, vệ sinh lao động; kiến nghị khắc phục {i:120-260} thiếu sót.',
    ],
    limits: [
      'Nợ đóng bảo hiểm xã hội còn {m:62-148} tỷ đồng, tập trung ở {i:38-84} doanh nghiệp.',
      'Cung, cầu lao động chưa khớp; nhiều doanh nghiệp tại {d} thiếu lao động phổ thông theo mùa vụ.',
      'Công tác quản lý đối tượng bảo trợ tại {c} chưa cập nhật kịp thời biến động.',
    ],
    places: [
      '{D} giải quyết việc làm cho {i:1100-3400} lao động, tổ chức {i:3-11} phiên giao dịch việc làm.',
      'Đến nay {D} còn {i:120-980} hộ nghèo, giảm {i:40-260} hộ so với đầu năm.',
      '{D} chi trả đầy đủ trợ cấp cho {i:1400-4200} người có công, hỗ trợ sửa chữa {i:12-64} nhà ở.',
      'Số doanh nghiệp nợ bảo hiểm xã hội trên địa bàn {D} là {i:6-42} đơn vị với số tiền {m:2-21} tỷ đồng.',
    ],
    tasks: [
      'tổng hợp nhu cầu lao động của doanh nghiệp và tổ chức phiên giao dịch việc làm lưu động tại {d}',
      'rà soát hộ nghèo, hộ cận nghèo tại {d}, báo cáo nguyên nhân và giải pháp hỗ trợ từng nhóm hộ',
      'đôn đốc các doanh nghiệp nợ bảo hiểm xã hội, đề xuất biện pháp xử lý đơn vị cố tình chây ỳ',
      'chuẩn bị phương án chăm lo Tết cho người có công, hộ nghèo và công nhân lao động',
      'kiểm tra việc chi trả trợ cấp xã hội qua tài khoản tại {d}',
      'xây dựng kế hoạch phòng, chống đuối nước cho trẻ em năm {y+1}',
    ],
    indicators: [
      ['Lao động được giải quyết việc làm', 'người', 16500, 19800],
      ['Người có công hưởng trợ cấp', 'người', 20500, 25800],
      ['Đối tượng bảo trợ xã hội', 'người', 41000, 48500],
      ['Kinh phí an sinh xã hội', 'tỷ đồng', 720, 1060],
    ],
  },
  {
    name: 'văn hóa, thể thao và du lịch',
    units: ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Ngoại vụ', 'Ban Dân tộc'],
    basis: [
      'Căn cứ Luật Du lịch ngày 19 tháng 6 năm 2017',
      'Căn cứ Luật Di sản văn hóa ngày 29 tháng 6 năm 2001; Luật sửa đổi, bổ sung một số điều của Luật Di sản văn hóa ngày 18 tháng 6 năm 2009',
    ],
    results: [
      'Đón {i:5200-9800} nghìn lượt khách du lịch, doanh thu {m:2300-3900} tỷ đồng; khách lưu trú tại Tam Đảo tăng {p:14-36}%.',
      'Tu bổ, chống xuống cấp {i:17-38} di tích với kinh phí {m:41-96} tỷ đồng; xã hội hóa chiếm {p:32-58}%.',
      'Tỷ lệ gia đình văn hóa đạt {p:90-94}%, thôn, tổ dân phố văn hóa đạt {p:87-93}%.',
      'Đội tuyển thể thao của tỉnh giành {i:380-560} huy chương tại các giải quốc gia, quốc tế.',
      'Toàn tỉnh có {i:28-60} thiết chế văn hóa xã được nâng cấp; {d} hoàn thành mô hình làng văn hóa kiểu mẫu đầu tiên.',
      'Đón tiếp {i:46-88} đoàn khách trong nước và quốc tế; ký kết {i:4-11} thỏa thuận hợp tác với địa phương nước ngoài.',
    ],
    limits: [
      'Sản phẩm du lịch còn đơn điệu, thời gian lưu trú bình quân của khách mới đạt {p:1-2} ngày.',
      'Hạ tầng khu du lịch tại {d} quá tải vào dịp cuối tuần, nhất là bãi đỗ xe và cấp nước.',
      'Một số di tích đã xếp hạng tại {c} xuống cấp nhưng chưa bố trí được vốn tu bổ.',
    ],
    places: [
      '{D} đón {i:120-1900} nghìn lượt khách, doanh thu dịch vụ du lịch đạt {m:48-920} tỷ đồng.',
      'Trên địa bàn {D} có {i:24-118} di tích đã xếp hạng; {i:3-14} di tích cần tu bổ cấp thiết.',
      '{D} đạt tỷ lệ {p:88-96}% gia đình văn hóa; {i:12-64} nhà văn hóa thôn được sửa chữa, nâng cấp.',
      'Các giải thể thao quần chúng tại {D} thu hút {i:2400-9800} lượt vận động viên.',
    ],
    tasks: [
      'xây dựng kế hoạch phát triển sản phẩm du lịch mới, gắn với làng văn hóa kiểu mẫu tại {d}',
      'kiểm tra việc tổ chức lễ hội, bảo đảm an ninh, an toàn và nếp sống văn minh tại {d}',
      'lập danh mục di tích xuống cấp cần tu bổ khẩn cấp, làm rõ nguồn vốn và trách nhiệm của từng cấp',
      'hoàn thiện đề án khai thác bảo tàng, nhà văn hóa và các thiết chế thể thao sau đầu tư',
      'chuẩn bị nội dung, lễ tân phục vụ các đoàn công tác nước ngoài đến làm việc tại tỉnh',
      'rà soát chính sách đối với vùng đồng bào dân tộc thiểu số tại huyện Tam Đảo và {c}',
    ],
    indicators: [
      ['Lượt khách du lịch', 'nghìn lượt', 5600, 10400],
      ['Doanh thu du lịch', 'tỷ đồng', 2500, 4300],
      ['Di tích được tu bổ', 'di tích', 18, 42],
      ['Huy chương thể thao', 'huy chương', 380, 590],
    ],
  },
];
