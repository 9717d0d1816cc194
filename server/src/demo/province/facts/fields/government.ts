import type { Field } from './field.ts';

/** Organisation of the state, justice and inspection, security and defence, the Office itself. */
export const governmentFields: readonly Field[] = [
  {
    name: 'tổ chức bộ máy và cải cách hành chính',
    units: ['Sở Nội vụ'],
    basis: [
      'Căn cứ Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008; Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức ngày 25 tháng 11 năm 2019',
      'Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030',
    ],
    results: [
      'Chỉ số cải cách hành chính của tỉnh đạt {p:86-91} điểm, xếp thứ {i:5-14} toàn quốc; chỉ số hài lòng đạt {p:84-90}%.',
      'Sắp xếp giảm {i:18-42} đơn vị sự nghiệp công lập, {i:26-58} phòng, ban chuyên môn so với đầu nhiệm kỳ.',
      'Tinh giản {i:96-210} biên chế; hoàn thành đánh giá, xếp loại {i:18-22} nghìn cán bộ, công chức, viên chức.',
      'Thanh tra công vụ đột xuất tại {i:28-61} cơ quan, đơn vị; chấn chỉnh {i:34-78} trường hợp vi phạm giờ giấc, văn hóa công sở.',
      'Hoàn thành phê duyệt vị trí việc làm của 100% cơ quan hành chính và {p:92-98}% đơn vị sự nghiệp.',
      'Đào tạo, bồi dưỡng {i:4100-6900} lượt cán bộ, công chức, viên chức, trong đó {p:31-46}% là cấp xã.',
    ],
    limits: [
      'Còn {i:14-33} thủ tục hành chính giải quyết quá hạn, chủ yếu ở lĩnh vực đất đai tại {d}.',
      'Việc theo dõi thực hiện kết luận sau họp ở một số đơn vị chưa thường xuyên, báo cáo chậm.',
      'Một bộ phận công chức còn tâm lý e ngại, tham mưu cầm chừng, đùn đẩy trách nhiệm.',
    ],
    places: [
      'Tỷ lệ giải quyết thủ tục hành chính đúng hạn của {D} đạt {p:94-99}%; còn {i:4-46} hồ sơ quá hạn.',
      '{D} đã sắp xếp giảm {i:2-9} đơn vị sự nghiệp, bố trí lại {i:14-62} công chức, viên chức.',
      'Qua kiểm tra đột xuất tại {D}, {i:2-11} trường hợp vi phạm kỷ luật, kỷ cương hành chính bị nhắc nhở, xử lý.',
      'Chỉ số cải cách hành chính của {D} đạt {p:82-93} điểm, tăng {i:1-4} bậc so với năm trước.',
    ],
    tasks: [
      'xây dựng kế hoạch cải cách hành chính năm {y+1}, gắn trách nhiệm người đứng đầu từng cơ quan',
      'kiểm tra đột xuất kỷ luật, kỷ cương hành chính tại {d} và các đơn vị có hồ sơ quá hạn nhiều',
      'trình phương án sắp xếp đơn vị sự nghiệp công lập thuộc lĩnh vực y tế, giáo dục',
      'rà soát, đề xuất giao biên chế năm {y+1} phù hợp với vị trí việc làm đã phê duyệt',
      'báo cáo việc thực hiện chế độ đối với cán bộ dôi dư sau sắp xếp đơn vị hành chính tại {d}',
      'tổng hợp kết quả đánh giá, xếp loại mức độ hoàn thành nhiệm vụ của các cơ quan năm {y}',
    ],
    indicators: [
      ['Biên chế hành chính được giao', 'người', 1820, 1960],
      ['Lượt cán bộ được bồi dưỡng', 'lượt', 4200, 7100],
      ['Cơ quan được thanh tra công vụ', 'cơ quan', 30, 70],
      ['Thủ tục hành chính đơn giản hóa', 'thủ tục', 38, 96],
    ],
  },
  {
    name: 'tư pháp, thanh tra',
    units: ['Sở Tư pháp', 'Thanh tra tỉnh'],
    basis: [
      'Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 22 tháng 6 năm 2015; Luật sửa đổi, bổ sung ngày 18 tháng 6 năm 2020',
      'Căn cứ Luật Tiếp công dân ngày 25 tháng 11 năm 2013',
    ],
    results: [
      'Thẩm định {i:46-84} dự thảo văn bản quy phạm pháp luật; tự kiểm tra {i:38-71} văn bản, kiến nghị sửa đổi {i:4-12} văn bản.',
      'Tiếp {i:2100-3400} lượt công dân; tiếp nhận {i:1380-1720} đơn, đủ điều kiện xử lý {i:760-940} đơn.',
      'Tỷ lệ giải quyết khiếu nại, tố cáo thuộc thẩm quyền đạt {p:84-93}%; thu hồi cho nhà nước {m:6-21} tỷ đồng.',
      'Triển khai {i:58-94} cuộc thanh tra hành chính, kiến nghị xử lý {m:28-76} tỷ đồng và {i:620-1180} m² đất.',
      'Trợ giúp pháp lý {i:540-880} vụ việc; hòa giải thành tại cơ sở đạt {p:86-93}%.',
      'Số hóa {p:88-99}% dữ liệu hộ tịch; cấp {i:9-16} nghìn phiếu lý lịch tư pháp, {p:52-74}% nộp trực tuyến.',
    ],
    limits: [
      'Một số vụ khiếu nại đông người về đất đai tại {c} kéo dài, chưa có phương án giải quyết dứt điểm.',
      'Chất lượng dự thảo văn bản của một số sở, ngành gửi thẩm định chưa cao, thiếu đánh giá tác động.',
      'Việc thực hiện kết luận thanh tra còn chậm, số tiền chưa thu hồi {m:9-31} tỷ đồng.',
    ],
    places: [
      '{D} tiếp {i:140-520} lượt công dân, tiếp nhận {i:96-340} đơn, đã giải quyết {p:84-97}% đơn thuộc thẩm quyền.',
      'Tại {D} còn {i:1-6} vụ khiếu nại đông người liên quan đến bồi thường, giải phóng mặt bằng.',
      '{D} thực hiện xong {p:72-98}% kiến nghị sau thanh tra; số tiền phải thu hồi còn {m:1-9} tỷ đồng.',
      'Công tác hòa giải ở cơ sở tại {D} đạt tỷ lệ thành {p:82-95}%.',
    ],
    tasks: [
      'rà soát các vụ khiếu nại, tố cáo kéo dài tại {d}, phân công rõ cơ quan giải quyết từng vụ',
      'thẩm định dự thảo văn bản quy phạm pháp luật trình kỳ họp Hội đồng nhân dân cuối năm {y}',
      'đôn đốc thực hiện các kết luận thanh tra đã có hiệu lực, báo cáo danh sách đơn vị chưa chấp hành',
      'xây dựng kế hoạch thanh tra năm {y+1}, không để trùng lặp với hoạt động kiểm toán nhà nước',
      'tổng hợp kết quả giải quyết đơn thư sau các buổi tiếp công dân định kỳ của Chủ tịch UBND tỉnh',
      'hoàn thành số hóa sổ hộ tịch tại {d} và kết nối với cơ sở dữ liệu quốc gia về dân cư',
    ],
    indicators: [
      ['Đơn thư tiếp nhận', 'đơn', 1400, 1780],
      ['Lượt công dân được tiếp', 'lượt', 2200, 3600],
      ['Cuộc thanh tra', 'cuộc', 60, 110],
      ['Vụ việc trợ giúp pháp lý', 'vụ việc', 560, 920],
    ],
  },
  {
    name: 'quốc phòng, an ninh',
    units: ['Công an tỉnh', 'Bộ Chỉ huy Quân sự tỉnh'],
    basis: [
      'Căn cứ Luật Phòng cháy và chữa cháy ngày 29 tháng 6 năm 2001; Luật sửa đổi, bổ sung ngày 22 tháng 11 năm 2013',
      'Căn cứ Luật Nghĩa vụ quân sự ngày 19 tháng 6 năm 2015',
    ],
    results: [
      'An ninh chính trị, trật tự an toàn xã hội được giữ vững; tội phạm về trật tự xã hội giảm {p:4-12}% so với cùng kỳ.',
      'Tỷ lệ điều tra, khám phá án đạt {p:86-94}%, trong đó án rất nghiêm trọng đạt {p:95-100}%.',
      'Kiểm tra an toàn phòng cháy, chữa cháy {i:3600-5400} lượt cơ sở; xử phạt {i:240-420} trường hợp, tạm đình chỉ {i:16-38} cơ sở.',
      'Hoàn thành chỉ tiêu giao quân với {i:1480-1720} thanh niên lên đường nhập ngũ, bảo đảm chất lượng.',
      'Tổ chức diễn tập khu vực phòng thủ tại {d} đạt loại giỏi; huấn luyện dân quân tự vệ đạt {p:98-100}% kế hoạch.',
      'Cấp {i:820-960} nghìn thẻ căn cước công dân gắn chíp; kích hoạt {p:62-84}% tài khoản định danh điện tử.',
    ],
    limits: [
      'Tội phạm lừa đảo qua không gian mạng diễn biến phức tạp, thiệt hại {m:14-46} tỷ đồng.',
      'Còn {i:86-174} cơ sở có vi phạm về phòng cháy, chữa cháy chưa khắc phục xong.',
      'Tình hình an ninh công nhân tại các khu công nghiệp thuộc {d} còn tiềm ẩn phức tạp.',
    ],
    places: [
      'Tại {D} đã kiểm tra {i:280-940} lượt cơ sở về an toàn phòng cháy, chữa cháy; phát hiện {i:36-190} thiếu sót, xử phạt {i:14-68} trường hợp.',
      '{D} còn {i:4-26} cơ sở chưa khắc phục xong vi phạm về phòng cháy, trong đó {i:1-6} cơ sở bị tạm đình chỉ hoạt động.',
      '{D} hoàn thành 100% chỉ tiêu giao quân và huấn luyện dân quân tự vệ; tỷ lệ tội phạm được khám phá đạt {p:84-96}%.',
      'Lực lượng công an cơ sở của {D} duy trì {i:62-240} tổ tự quản, {i:18-96} điểm chữa cháy công cộng.',
    ],
    tasks: [
      'tổng kiểm tra an toàn phòng cháy, chữa cháy tại nhà trọ, chung cư mini và cơ sở karaoke trên địa bàn {d}',
      'triển khai phương án bảo đảm an ninh, trật tự các sự kiện lớn của tỉnh trong quý tới',
      'hoàn thành khám tuyển nghĩa vụ quân sự năm {y+1} bảo đảm đúng quy trình, công khai',
      'đẩy nhanh tiến độ thực hiện Đề án 06 tại các xã, phường, thị trấn thuộc {d}',
      'tăng cường tuần tra, xử lý vi phạm giao thông và xe quá khổ, quá tải qua {c}',
      'chuẩn bị lực lượng, phương tiện phòng, chống thiên tai và tìm kiếm cứu nạn năm {y+1}',
    ],
    indicators: [
      ['Lượt kiểm tra phòng cháy', 'lượt', 3800, 5600],
      ['Thanh niên nhập ngũ', 'người', 1500, 1750],
      ['Tài khoản định danh kích hoạt', 'nghìn tài khoản', 540, 760],
      ['Vụ việc vi phạm giao thông', 'vụ', 21000, 34000],
    ],
  },
  {
    name: 'chỉ đạo, điều hành chung',
    units: ['Văn phòng UBND tỉnh'],
    basis: [
      'Căn cứ Nghị quyết số 01/NQ-CP của Chính phủ về nhiệm vụ, giải pháp chủ yếu thực hiện Kế hoạch phát triển kinh tế - xã hội và Dự toán ngân sách nhà nước năm {y}',
      'Căn cứ Quyết định số 45/2018/QĐ-TTg ngày 09 tháng 11 năm 2018 của Thủ tướng Chính phủ quy định chế độ họp trong hoạt động quản lý, điều hành của cơ quan thuộc hệ thống hành chính nhà nước',
    ],
    results: [
      'Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) ước đạt {p:7-10}%; quy mô nền kinh tế theo giá hiện hành đạt {m:148000-176000} tỷ đồng.',
      'UBND tỉnh đã tổ chức {i:48-74} cuộc họp, làm việc trong tháng; ban hành {i:1180-1460} văn bản chỉ đạo, điều hành.',
      'Có {i:240-330} nhiệm vụ được giao trong tháng; hoàn thành đúng hạn {p:82-93}%, quá hạn {p:2-7}%.',
      'Hoàn thành {i:132-164}/179 nội dung chương trình công tác năm; các nội dung còn lại đã có lộ trình cụ thể.',
      'Tiếp nhận {i:3000-3500} văn bản đến, xử lý đúng hạn {p:96-99}%; không để tắc nghẽn trong luân chuyển văn bản.',
      'Trung tâm Phục vụ hành chính công giải quyết {i:5100-6400} hồ sơ, đúng hạn và trước hạn {p:98-99}%.',
    ],
    limits: [
      'Hồ sơ trình của một số sở, ngành còn chậm, thiếu căn cứ pháp lý hoặc chưa nêu rõ quan điểm đề xuất.',
      'Lịch công tác thay đổi nhiều, có tuần điều chỉnh {i:5-9} lần, gây bị động cho các cơ quan.',
      'Việc theo dõi, đôn đốc thực hiện kết luận của lãnh đạo UBND tỉnh chưa chặt chẽ ở một số lĩnh vực.',
    ],
    places: [
      '{D} được giao {i:64-190} nhiệm vụ, hoàn thành đúng hạn {p:81-96}%, còn {i:2-14} nhiệm vụ quá hạn.',
      'UBND {D} tổ chức {i:18-46} cuộc họp trong tháng, trong đó {p:62-94}% họp không giấy tờ.',
      'Văn bản đến của {D} xử lý đúng hạn đạt {p:95-99}%; văn bản ký số đạt {p:96-100}%.',
      '{D} kiến nghị được thông báo lịch họp sớm hơn để chủ động chuẩn bị báo cáo và thành phần tham dự.',
    ],
    tasks: [
      'theo dõi, đôn đốc việc thực hiện kết luận phiên họp, tổng hợp, báo cáo Chủ tịch UBND tỉnh',
      'xây dựng dự thảo chương trình công tác năm {y+1} của UBND tỉnh, lấy ý kiến các thành viên',
      'rà soát các nhiệm vụ quá hạn, yêu cầu đơn vị giải trình và đề xuất xử lý trách nhiệm người đứng đầu',
      'chuẩn bị nội dung phục vụ kỳ họp Hội đồng nhân dân tỉnh cuối năm {y}',
      'ban hành thông báo kết luận phiên họp và cập nhật nhiệm vụ trên hệ thống theo dõi',
      'hướng dẫn các cơ quan sử dụng phòng họp không giấy tờ, bảo đảm tài liệu gửi trước ít nhất 03 ngày làm việc',
    ],
    indicators: [
      ['Văn bản đến', 'văn bản', 36000, 42000],
      ['Văn bản ban hành', 'văn bản', 14800, 17200],
      ['Nhiệm vụ được giao', 'nhiệm vụ', 2300, 2900],
      ['Cuộc họp phục vụ', 'cuộc', 640, 760],
    ],
  },
];
