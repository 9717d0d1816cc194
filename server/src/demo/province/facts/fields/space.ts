import type { Field } from './field.ts';

/** Land and environment, construction, transport, science and information. */
export const spaceFields: readonly Field[] = [
  {
    name: 'tài nguyên và môi trường',
    units: ['Sở Tài nguyên và Môi trường'],
    basis: [
      'Căn cứ Luật Đất đai ngày 29 tháng 11 năm 2013',
      'Căn cứ Luật Bảo vệ môi trường ngày 17 tháng 11 năm 2020',
    ],
    results: [
      'Đã thu hồi, giao và cho thuê {i:320-610} ha đất để thực hiện {i:74-138} công trình, dự án.',
      'Cấp mới {i:4200-7900} giấy chứng nhận quyền sử dụng đất; tỷ lệ hồ sơ giải quyết đúng hạn đạt {p:94-99}%.',
      'Tỷ lệ thu gom chất thải rắn sinh hoạt đô thị đạt {p:93-98}%, nông thôn đạt {p:76-88}%.',
      'Hoàn thành đo đạc, lập hồ sơ địa chính của {i:11-26} xã, phường, thị trấn; cơ sở dữ liệu đất đai của {d} đã vận hành.',
      'Xử phạt vi phạm hành chính {i:46-97} tổ chức, cá nhân với số tiền {m:3-9} tỷ đồng trong lĩnh vực đất đai, môi trường, khoáng sản.',
      'Kế hoạch sử dụng đất năm {y} của 9/9 huyện, thành phố đã được phê duyệt, với {i:640-980} công trình, dự án.',
    ],
    limits: [
      'Tình trạng lấn chiếm đất công, đất nông nghiệp tại {c} xử lý chậm, còn {i:18-52} trường hợp tồn đọng.',
      'Xác định giá đất cụ thể làm căn cứ thu tiền sử dụng đất còn mất nhiều thời gian, bình quân {i:74-118} ngày một hồ sơ.',
      'Bãi chôn lấp rác thải tại {d} đã quá công suất thiết kế nhưng chưa có khu xử lý thay thế.',
    ],
    places: [
      '{D} cấp mới {i:240-1180} giấy chứng nhận quyền sử dụng đất, hồ sơ giải quyết đúng hạn đạt {p:89-99}%.',
      'Trên địa bàn {D} còn {i:4-38} trường hợp vi phạm đất đai chưa xử lý xong, tập trung ở khu vực ven các tuyến đường mới.',
      'Lượng rác thải phát sinh tại {D} khoảng {i:42-168} tấn mỗi ngày, tỷ lệ thu gom đạt {p:84-97}%.',
      '{D} đã phê duyệt phương án bồi thường {i:18-96} ha, còn {i:24-210} hộ chưa nhận tiền.',
    ],
    tasks: [
      'rà soát các dự án chậm đưa đất vào sử dụng tại {d}, đề xuất gia hạn hoặc thu hồi theo Luật Đất đai',
      'hoàn thiện phương án giá đất cụ thể cho các dự án bồi thường, giải phóng mặt bằng tại {d}',
      'lập phương án đóng cửa bãi rác quá tải và lựa chọn công nghệ xử lý chất thải rắn tập trung',
      'kiểm tra, xử lý dứt điểm các trường hợp lấn chiếm đất công tại {c}',
      'tổng hợp, trình danh mục dự án cần thu hồi đất năm {y+1}',
      'hướng dẫn {d} hoàn thành cấp giấy chứng nhận quyền sử dụng đất lần đầu cho các hộ còn lại',
    ],
    indicators: [
      ['Đất thu hồi cho dự án', 'ha', 360, 680],
      ['Giấy chứng nhận cấp mới', 'giấy', 5200, 9100],
      ['Rác thải sinh hoạt thu gom', 'nghìn tấn', 210, 290],
      ['Nguồn thu từ đất', 'tỷ đồng', 2400, 4100],
    ],
  },
  {
    name: 'xây dựng và quy hoạch',
    units: ['Sở Xây dựng'],
    basis: [
      'Căn cứ Luật Quy hoạch ngày 24 tháng 11 năm 2017',
      'Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014; Luật sửa đổi, bổ sung một số điều của Luật Xây dựng ngày 17 tháng 6 năm 2020',
    ],
    results: [
      'Tỷ lệ đô thị hóa toàn tỉnh đạt {p:31-42}%; {i:3-7} đô thị được công nhận nâng loại.',
      'Đã thẩm định {i:112-196} hồ sơ thiết kế, cắt giảm {m:24-78} tỷ đồng so với tổng mức đầu tư đề nghị.',
      'Phủ kín quy hoạch chung xây dựng xã; tỷ lệ phủ kín quy hoạch phân khu tại đô thị Vĩnh Phúc đạt {p:72-91}%.',
      'Hoàn thành {i:480-1150} căn nhà ở xã hội, nhà ở công nhân; đang triển khai {i:5-11} dự án với {i:2400-5200} căn.',
      'Kiểm tra trật tự xây dựng {i:680-1120} công trình, phát hiện và xử lý {i:36-82} trường hợp vi phạm.',
      'Công bố giá vật liệu xây dựng hằng tháng, bảo đảm cơ sở điều chỉnh dự toán cho các chủ đầu tư.',
    ],
    limits: [
      'Chất lượng một số đồ án quy hoạch còn thấp, phải điều chỉnh cục bộ nhiều lần.',
      'Các khu đô thị mới tại {d} chậm bàn giao hạ tầng kỹ thuật, hạ tầng xã hội cho địa phương quản lý.',
      'Giá cát, đất đắp tăng {p:12-29}% làm vượt dự toán của nhiều công trình.',
    ],
    places: [
      '{D} đã phủ kín quy hoạch chung xây dựng xã; {i:3-14} đồ án quy hoạch chi tiết đang được lập.',
      'Trên địa bàn {D} có {i:2-9} dự án khu đô thị, trong đó {i:1-4} dự án chậm bàn giao hạ tầng kỹ thuật.',
      '{D} cấp {i:180-640} giấy phép xây dựng, xử lý {i:4-26} công trình vi phạm trật tự xây dựng.',
      'Nhu cầu nhà ở xã hội tại {D} khoảng {i:320-2600} căn, quỹ đất đã bố trí {i:4-28} ha.',
    ],
    tasks: [
      'thẩm định, trình phê duyệt điều chỉnh quy hoạch chung đô thị khu vực {d}',
      'rà soát quỹ đất 20% dành cho nhà ở xã hội tại các dự án nhà ở thương mại và đề xuất phương án sử dụng',
      'hướng dẫn {d} tiếp nhận hạ tầng kỹ thuật các khu đô thị đã hoàn thành',
      'kiểm tra trật tự xây dựng dọc các tuyến giao thông mới mở qua {c}',
      'xây dựng đề án cải tạo hệ thống thoát nước và chống úng ngập đô thị',
      'công bố kịp thời giá vật liệu xây dựng và phương án nguồn đất đắp cho các dự án trọng điểm',
    ],
    indicators: [
      ['Nhà ở xã hội hoàn thành', 'căn', 500, 1900],
      ['Diện tích sàn nhà ở tăng thêm', 'nghìn m²', 1400, 1900],
      ['Giấy phép xây dựng được cấp', 'giấy phép', 3100, 4600],
      ['Vốn hạ tầng đô thị', 'tỷ đồng', 620, 1380],
    ],
  },
  {
    name: 'giao thông vận tải',
    units: ['Sở Giao thông vận tải'],
    basis: [
      'Căn cứ Luật Giao thông đường bộ ngày 13 tháng 11 năm 2008',
      'Căn cứ Nghị định số 11/2010/NĐ-CP ngày 24 tháng 02 năm 2010 của Chính phủ quy định về quản lý và bảo vệ kết cấu hạ tầng giao thông đường bộ',
    ],
    results: [
      'Đã hoàn thành, đưa vào khai thác {i:24-61} km đường tỉnh; cải tạo mặt đường {i:48-93} km đường huyện.',
      'Tuyến đường vành đai qua {d} đạt {p:62-91}% khối lượng; cầu vượt nút giao đã thông xe kỹ thuật.',
      'Vận tải hành khách đạt {i:21-29} triệu lượt, vận tải hàng hóa đạt {i:34-46} triệu tấn, tăng {p:7-18}% so với cùng kỳ.',
      'Tai nạn giao thông giảm {p:3-14}% về số vụ, {p:2-11}% về số người chết so với cùng kỳ.',
      'Xử lý {i:14-29} điểm đen, điểm tiềm ẩn tai nạn trên các tuyến quốc lộ và đường tỉnh ủy thác quản lý.',
      'Toàn bộ {i:186-242} tuyến xe buýt, xe khách cố định được giám sát hành trình, dữ liệu truyền về Sở theo thời gian thực.',
    ],
    limits: [
      'Một số gói thầu chậm do thiếu đất đắp và vướng {i:12-46} hộ dân chưa bàn giao mặt bằng tại {c}.',
      'Xe quá tải còn hoạt động trên đường tỉnh qua {d}, làm hư hỏng mặt đường.',
      'Kinh phí bảo trì mới đáp ứng {p:38-57}% nhu cầu sửa chữa định kỳ.',
    ],
    places: [
      '{D} hoàn thành nâng cấp {i:6-38} km đường huyện, {i:14-82} km đường giao thông nông thôn.',
      'Trên địa bàn {D} còn {i:2-9} điểm tiềm ẩn tai nạn giao thông, đã lắp bổ sung biển báo và gờ giảm tốc.',
      'Lực lượng chức năng xử lý {i:120-860} trường hợp xe quá tải, quá khổ hoạt động qua {D}.',
      'Tiến độ giải phóng mặt bằng các tuyến đường qua {D} đạt {p:72-99}%; còn {i:3-41} hộ chưa bàn giao.',
    ],
    tasks: [
      'đẩy nhanh tiến độ tuyến đường vành đai đoạn qua {d}, cam kết mốc thông xe từng đoạn',
      'kiểm tra, sửa chữa mặt đường hư hỏng trên các tuyến đường tỉnh qua {d}',
      'phối hợp lực lượng Công an kiểm soát xe quá tải trên các tuyến vào mỏ vật liệu tại {c}',
      'lập phương án phân luồng, bảo đảm giao thông trong thời gian thi công nút giao tại {d}',
      'rà soát, lắp bổ sung hệ thống báo hiệu và gờ giảm tốc tại các điểm tiềm ẩn tai nạn',
      'trình phương án bố trí kinh phí bảo trì đường bộ năm {y+1}, ưu tiên các tuyến hư hỏng nặng',
    ],
    indicators: [
      ['Đường tỉnh được cải tạo', 'km', 60, 120],
      ['Khối lượng vận chuyển hàng hóa', 'nghìn tấn', 36000, 47000],
      ['Lượt hành khách vận chuyển', 'nghìn lượt', 22000, 30000],
      ['Kinh phí bảo trì đường bộ', 'tỷ đồng', 110, 190],
    ],
  },
  {
    name: 'khoa học, công nghệ và chuyển đổi số',
    units: ['Sở Thông tin và Truyền thông', 'Sở Khoa học và Công nghệ'],
    basis: [
      'Căn cứ Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006',
      'Căn cứ Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030',
    ],
    results: [
      'Tỷ lệ hồ sơ trực tuyến đạt {p:54-82}%; {i:640-750} dịch vụ công đã tích hợp lên Cổng Dịch vụ công quốc gia.',
      'Văn bản điện tử ký số trao đổi giữa các cơ quan đạt {p:97-99}%; 136/136 xã, phường, thị trấn sử dụng thống nhất một hệ thống.',
      'Nền tảng chia sẻ, tích hợp dữ liệu của tỉnh đã kết nối {i:14-27} hệ thống thông tin với {i:3-9} triệu lượt giao dịch.',
      'Thành lập {i:1180-1340} Tổ công nghệ số cộng đồng với trên {i:7-9} nghìn thành viên.',
      'Nghiệm thu {i:12-27} đề tài khoa học cấp tỉnh, {i:7-14} đề tài được chuyển giao ứng dụng vào sản xuất.',
      'Phủ sóng thông tin di động 4G đạt {p:99-100}% dân số; phát sóng 5G tại các khu công nghiệp lớn.',
    ],
    limits: [
      'Một số hệ thống thông tin xây dựng rời rạc, dữ liệu chưa được chuẩn hóa, cán bộ phải nhập nhiều lần.',
      'Nhân lực công nghệ thông tin cấp xã còn thiếu, {p:58-76}% xã chưa có cán bộ chuyên trách.',
      'Thiết bị phòng họp trực tuyến tại {d} đã cũ, chất lượng âm thanh, hình ảnh chưa ổn định.',
    ],
    places: [
      'Tỷ lệ hồ sơ trực tuyến của {D} đạt {p:46-89}%, thanh toán trực tuyến đạt {p:28-76}%.',
      '{D} đã kiện toàn {i:62-210} Tổ công nghệ số cộng đồng, hướng dẫn {i:4200-18600} lượt người dân.',
      'Hệ thống họp trực tuyến tại {D} hoạt động ổn định ở {p:82-100}% điểm cầu; {i:1-5} điểm cầu cần thay thiết bị.',
      '{D} hoàn thành số hóa {p:54-96}% kết quả giải quyết thủ tục hành chính còn hiệu lực.',
    ],
    tasks: [
      'xây dựng kế hoạch chuyển đổi số năm {y+1} của tỉnh với danh mục nhiệm vụ, kinh phí và đơn vị chịu trách nhiệm',
      'kết nối hệ thống họp không giấy tờ với hệ thống quản lý văn bản và điều hành của tỉnh',
      'rà soát, chuẩn hóa dữ liệu dùng chung, hoàn thành việc làm sạch dữ liệu dân cư tại {d}',
      'hoàn thiện hồ sơ đề xuất cấp độ an toàn cho các hệ thống thông tin của Văn phòng và các sở',
      'kiểm tra chất lượng đường truyền, thiết bị điểm cầu trực tuyến cấp xã trên địa bàn {d}',
      'lựa chọn đề tài khoa học phục vụ các sản phẩm nông nghiệp chủ lực, trình phê duyệt danh mục năm {y+1}',
    ],
    indicators: [
      ['Hồ sơ trực tuyến', 'hồ sơ', 82000, 146000],
      ['Văn bản ký số', 'nghìn văn bản', 380, 520],
      ['Kinh phí chuyển đổi số', 'tỷ đồng', 140, 260],
      ['Đề tài khoa học cấp tỉnh', 'đề tài', 22, 41],
    ],
  },
];
