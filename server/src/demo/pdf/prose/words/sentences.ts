// Sentences that fit any field. Slots as in `Field`, and {s} the subject of the paper, {f} the field, {u} the unit
// that issues it, {D} the district or commune in question.

/** The two sentences that every statement of need begins with. */
export const background: readonly string[] = [
  'Trong những năm qua, công tác {f} trên địa bàn tỉnh đã được các cấp, các ngành quan tâm chỉ đạo và đạt nhiều kết quả quan trọng, góp phần hoàn thành các mục tiêu phát triển kinh tế - xã hội.',
  'Tuy nhiên, trước yêu cầu phát triển mới, một số quy định và cách làm hiện hành đã bộc lộ những điểm chưa phù hợp, cần được xem xét, điều chỉnh kịp thời.',
];

export const necessity: readonly string[] = [
  'Việc xem xét, quyết định {s} là cần thiết để có cơ sở pháp lý cho các cơ quan, đơn vị tổ chức thực hiện thống nhất từ tỉnh đến cơ sở.',
  'Thực tế triển khai tại {d} và {d} cho thấy các vướng mắc chủ yếu phát sinh từ khâu phối hợp giữa các cơ quan, chưa xác định rõ cơ quan chủ trì và thời hạn xử lý.',
  'Đây cũng là nội dung thuộc chương trình công tác năm {y} của UBND tỉnh, đã được Chủ tịch UBND tỉnh giao {u} chủ trì chuẩn bị.',
  'Nhiều ý kiến, kiến nghị của cử tri và doanh nghiệp gửi đến các kỳ họp Hội đồng nhân dân tỉnh gần đây đề nghị sớm có giải pháp căn cơ đối với vấn đề này.',
  'Qua rà soát, có {i:14-38} nội dung đã thực hiện nhưng chưa được quy định cụ thể, {i:4-11} nội dung có sự chồng chéo về trách nhiệm giữa cấp tỉnh và cấp huyện.',
  'Nếu không được giải quyết trong quý này, việc cân đối nguồn lực và tiến độ của {i:6-17} nhiệm vụ liên quan sẽ bị ảnh hưởng trực tiếp.',
];

export const process: readonly string[] = [
  '{u} đã thành lập tổ soạn thảo gồm đại diện các sở, ngành và UBND các huyện, thành phố liên quan; tổ chức {i:2-5} cuộc họp để thống nhất nội dung.',
  'Dự thảo được gửi lấy ý kiến của {i:18-30} cơ quan, đơn vị; đến nay đã nhận được {i:16-18} văn bản tham gia, trong đó {i:9-15} văn bản nhất trí hoàn toàn.',
  'Hồ sơ đã được đăng tải trên Cổng thông tin điện tử của tỉnh trong thời gian 30 ngày để lấy ý kiến rộng rãi của tổ chức, cá nhân theo quy định.',
  'Cơ quan chủ trì đã tổ chức khảo sát thực tế tại {d}, {d} và làm việc trực tiếp với {i:8-22} đơn vị chịu tác động.',
  'Trên cơ sở ý kiến thẩm định của Sở Tư pháp, cơ quan soạn thảo đã tiếp thu {i:9-17} ý kiến, giải trình {i:2-6} ý kiến và hoàn thiện hồ sơ.',
  'Ban cán sự đảng UBND tỉnh đã cho ý kiến về chủ trương; nội dung trình lần này đã được chỉnh lý theo kết luận của cuộc họp.',
];

export const viewpoints: readonly string[] = [
  'Bám sát chủ trương của Đảng, chính sách, pháp luật của Nhà nước, các nghị quyết của Tỉnh ủy, Hội đồng nhân dân tỉnh và điều kiện thực tế của địa phương.',
  'Xác định rõ người, rõ việc, rõ thời hạn, rõ trách nhiệm; mỗi nhiệm vụ chỉ giao một cơ quan chủ trì và chịu trách nhiệm chính.',
  'Bảo đảm công khai, minh bạch, tiết kiệm, hiệu quả; không làm phát sinh thủ tục hành chính và không tăng biên chế.',
  'Ưu tiên nguồn lực cho các địa bàn còn khó khăn, các nội dung có tác động lan tỏa đến nhiều ngành, lĩnh vực.',
  'Kế thừa những cơ chế đang phát huy hiệu quả; chỉ sửa đổi, bổ sung những nội dung thật sự cần thiết và đã đủ rõ.',
  'Tăng cường ứng dụng công nghệ thông tin, lấy dữ liệu làm cơ sở để theo dõi, đánh giá và điều hành.',
];

export const objectives: readonly string[] = [
  'Hoàn thành ít nhất {p:92-98}% nội dung công việc theo kế hoạch trong năm {y}; các nội dung còn lại chuyển tiếp sang năm {y+1} phải có lộ trình cụ thể.',
  'Rút ngắn tối thiểu {p:20-35}% thời gian giải quyết so với quy định hiện hành, giảm số lần đi lại của tổ chức, cá nhân.',
  'Đến hết năm {y+1}, 100% các đơn vị cấp huyện và cấp xã thực hiện thống nhất quy trình, biểu mẫu và chế độ báo cáo.',
  'Huy động tối thiểu {m:120-480} tỷ đồng từ các nguồn vốn ngoài ngân sách để thực hiện các nhiệm vụ trọng tâm.',
  'Tạo chuyển biến rõ rệt tại {d} và {d}, là những địa bàn có khối lượng công việc lớn và còn nhiều tồn tại.',
  'Nâng mức độ hài lòng của người dân và doanh nghiệp lên trên {p:88-94}% theo kết quả khảo sát cuối năm.',
];

export const contents: readonly string[] = [
  'Phạm vi áp dụng: các cơ quan, đơn vị thuộc UBND tỉnh, UBND các huyện, thành phố, UBND các xã, phường, thị trấn và tổ chức, cá nhân có liên quan trên địa bàn tỉnh.',
  'Về phân công trách nhiệm: {u} là cơ quan đầu mối; các sở, ngành theo chức năng, nhiệm vụ chịu trách nhiệm hướng dẫn chuyên môn và kiểm tra việc thực hiện.',
  'Về nguồn lực: kinh phí thực hiện năm {y} khoảng {m:24-260} tỷ đồng, trong đó ngân sách tỉnh {p:52-74}%, ngân sách cấp huyện và nguồn hợp pháp khác bảo đảm phần còn lại.',
  'Về tiến độ: chia thành hai giai đoạn; giai đoạn một hoàn thành các công việc chuẩn bị trước ngày 25 của tháng cuối quý, giai đoạn hai triển khai đồng loạt trên địa bàn.',
  'Về cơ chế theo dõi: tiến độ được cập nhật trên hệ thống theo dõi nhiệm vụ của UBND tỉnh, cảnh báo trước 03 ngày làm việc đối với nội dung sắp đến hạn.',
  'Về mức hỗ trợ: thực hiện theo ba mức tương ứng với điều kiện của từng địa bàn; mức cao nhất áp dụng đối với các xã miền núi thuộc huyện Tam Đảo, Lập Thạch và Sông Lô.',
  'Về trình tự thực hiện: hồ sơ được tiếp nhận tại bộ phận một cửa, giải quyết trong {i:5-12} ngày làm việc, trả kết quả trực tuyến hoặc qua dịch vụ bưu chính công ích.',
  'Về xử lý chuyển tiếp: các hồ sơ đã tiếp nhận trước ngày quyết định có hiệu lực được tiếp tục giải quyết theo quy định tại thời điểm tiếp nhận.',
  'Về điều kiện áp dụng: đơn vị thụ hưởng phải có phương án được cấp có thẩm quyền phê duyệt, bố trí đủ vốn đối ứng và không có nợ quá hạn với ngân sách.',
  'Về chế độ báo cáo: định kỳ trước ngày 20 hằng tháng các đơn vị gửi báo cáo bằng văn bản điện tử; báo cáo đột xuất thực hiện theo yêu cầu của Chủ tịch UBND tỉnh.',
];

export const opinions: readonly string[] = [
  'Sở Tài chính cơ bản nhất trí; đề nghị làm rõ cơ sở xác định nhu cầu kinh phí và thứ tự ưu tiên bố trí. Nội dung này đã được tiếp thu, thể hiện tại phụ lục kèm theo.',
  'Sở Tư pháp đề nghị rà soát thẩm quyền ban hành và thống nhất cách dùng thuật ngữ. Cơ quan soạn thảo đã tiếp thu toàn bộ.',
  'Sở Kế hoạch và Đầu tư đề nghị lồng ghép với các chương trình mục tiêu đang thực hiện để tránh chồng chéo nguồn vốn. Đã tiếp thu và điều chỉnh tại phần nguồn lực.',
  'UBND {d} đề nghị tăng mức hỗ trợ và lùi thời hạn hoàn thành. Cơ quan soạn thảo đề nghị giữ nguyên thời hạn, do đây là mốc đã thống nhất chung toàn tỉnh.',
  'UBND {d} đề nghị bổ sung {c} vào danh mục. Qua rà soát, địa bàn này đủ điều kiện nên đã được bổ sung vào dự thảo.',
  'Sở Nội vụ đề nghị không giao thêm nhiệm vụ cho cấp xã khi chưa bố trí được người thực hiện. Đã tiếp thu, chuyển trách nhiệm tổng hợp về cấp huyện.',
  'Công an tỉnh và Bộ Chỉ huy Quân sự tỉnh nhất trí với dự thảo, không có ý kiến khác.',
  'Ban Quản lý các khu công nghiệp đề nghị quy định rõ đầu mối tiếp nhận đối với doanh nghiệp trong khu công nghiệp. Đã tiếp thu tại phần trình tự thực hiện.',
];

export const causes: readonly string[] = [
  'Một số văn bản hướng dẫn của trung ương ban hành chậm hoặc thay đổi trong quá trình thực hiện, địa phương phải chờ và điều chỉnh nhiều lần.',
  'Sự phối hợp giữa các cơ quan chưa chặt chẽ; có nội dung phải xin ý kiến nhiều vòng, thời gian trả lời kéo dài.',
  'Người đứng đầu một số đơn vị chưa quyết liệt trong chỉ đạo, chưa bám sát tiến độ từng công việc.',
  'Nguồn lực bố trí chưa tương xứng với nhiệm vụ được giao, nhất là ở cấp xã.',
  'Năng lực của một bộ phận công chức trực tiếp tham mưu còn hạn chế, hồ sơ phải bổ sung nhiều lần.',
  'Giá nguyên vật liệu, nhiên liệu biến động làm thay đổi dự toán của nhiều nội dung công việc.',
  'Công tác thông tin, tuyên truyền chưa kịp thời nên một bộ phận người dân chưa đồng thuận.',
  'Dữ liệu giữa các hệ thống chưa thống nhất, việc tổng hợp báo cáo còn thủ công, dễ sai sót.',
];

export const solutions: readonly string[] = [
  'Tăng cường vai trò lãnh đạo, chỉ đạo của người đứng đầu; mỗi nhiệm vụ có kế hoạch, có mốc kiểm tra và có người chịu trách nhiệm.',
  'Tổ chức giao ban chuyên đề hằng tháng để tháo gỡ vướng mắc; những nội dung vượt thẩm quyền báo cáo UBND tỉnh trong vòng 03 ngày làm việc.',
  'Rà soát, cắt giảm các khâu trung gian; thống nhất một đầu mối tiếp nhận và trả lời cho mỗi loại hồ sơ.',
  'Đẩy mạnh chuyển đổi số, cập nhật dữ liệu tại nguồn, sử dụng lại dữ liệu đã có, không yêu cầu đơn vị báo cáo trùng lặp.',
  'Tăng cường kiểm tra đột xuất tại cơ sở; công khai kết quả thực hiện của từng đơn vị trên Cổng thông tin điện tử của tỉnh.',
  'Chủ động bố trí nguồn lực, ưu tiên các nội dung có thể hoàn thành ngay trong quý; không dàn trải.',
  'Đào tạo, bồi dưỡng nghiệp vụ cho đội ngũ trực tiếp thực hiện, nhất là công chức cấp xã tại {d} và {d}.',
  'Phối hợp chặt chẽ với Ủy ban Mặt trận Tổ quốc và các đoàn thể trong tuyên truyền, vận động và giám sát.',
  'Gắn kết quả thực hiện với việc đánh giá, xếp loại tập thể và cá nhân cuối năm; xử lý nghiêm trường hợp chậm trễ do chủ quan.',
  'Định kỳ sơ kết, kịp thời điều chỉnh những nội dung không còn phù hợp; nhân rộng cách làm tốt của {d}.',
  'Kêu gọi các nguồn lực xã hội hóa, khuyến khích doanh nghiệp tham gia cùng Nhà nước thực hiện.',
  'Chuẩn bị sẵn phương án dự phòng đối với các rủi ro về thời tiết, nguồn vốn và giải phóng mặt bằng.',
];

export const funding: readonly string[] = [
  'Tổng nhu cầu kinh phí dự kiến là {m:36-420} tỷ đồng, được bố trí từ dự toán ngân sách các cấp năm {y} và kế hoạch vốn trung hạn đã được phê duyệt.',
  'Đối với phần kinh phí chưa cân đối được, đề nghị sử dụng nguồn tăng thu, tiết kiệm chi và các nguồn huy động hợp pháp khác.',
  'Việc quản lý, sử dụng và thanh quyết toán thực hiện theo đúng quy định của Luật Ngân sách nhà nước; nghiêm cấm sử dụng sai mục đích.',
  'Sở Tài chính chịu trách nhiệm thẩm định dự toán chi tiết, trình UBND tỉnh xem xét trong thời hạn 10 ngày làm việc kể từ ngày nhận đủ hồ sơ.',
];

export const effects: readonly string[] = [
  'Đối với kinh tế: góp phần tăng thu hút đầu tư, giảm chi phí tuân thủ cho doanh nghiệp ước {m:8-42} tỷ đồng mỗi năm.',
  'Đối với xã hội: khoảng {i:12-86} nghìn người dân được hưởng lợi trực tiếp, nhất là tại các xã còn khó khăn.',
  'Đối với bộ máy: không làm tăng biên chế; khối lượng công việc hành chính của cấp xã giảm {p:12-24}%.',
  'Đối với môi trường: các nội dung trình không làm phát sinh nguồn thải mới; các tác động trong quá trình thi công được kiểm soát theo hồ sơ đã duyệt.',
  'Đối với thủ tục hành chính: không ban hành thủ tục mới, đơn giản hóa {i:2-7} thủ tục hiện có.',
];

export const organisation: readonly string[] = [
  '{u} chủ trì theo dõi, đôn đốc, hướng dẫn việc thực hiện; tổng hợp khó khăn, vướng mắc, báo cáo UBND tỉnh xem xét, giải quyết.',
  'Sở Tài chính, Sở Kế hoạch và Đầu tư tham mưu bố trí nguồn vốn, hướng dẫn quản lý, sử dụng và thanh quyết toán theo quy định.',
  'UBND các huyện, thành phố xây dựng kế hoạch cụ thể trên địa bàn, chịu trách nhiệm toàn diện trước UBND tỉnh về kết quả thực hiện.',
  'Sở Thông tin và Truyền thông, Đài Phát thanh và Truyền hình tỉnh, Báo Vĩnh Phúc tăng cường thông tin, tuyên truyền về nội dung triển khai.',
  'Văn phòng UBND tỉnh theo dõi việc thực hiện trên hệ thống theo dõi nhiệm vụ; định kỳ báo cáo tại phiên họp thường kỳ.',
  'Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan, đơn vị phản ánh kịp thời về {u} để tổng hợp, báo cáo UBND tỉnh.',
];
