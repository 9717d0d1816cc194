import type { ItemFact } from './agenda.ts';

const office = 'Văn phòng UBND tỉnh';
const planning = 'Sở Kế hoạch và Đầu tư';
const finance = 'Sở Tài chính';
const land = 'Sở Tài nguyên và Môi trường';
const construction = 'Sở Xây dựng';
const transport = 'Sở Giao thông vận tải';

const item = (
  title: string,
  subject: string,
  unit: string,
  minutes: number,
  more: Partial<ItemFact> = {},
): ItemFact => ({
  title,
  subject,
  unit,
  minutes,
  ...more,
});

/** The regular session of the month before. */
export const lastRegularSession: readonly ItemFact[] = [
  item('Khai mạc, thông qua chương trình phiên họp', 'chương trình phiên họp', office, 5),
  item(
    'Tình hình kinh tế - xã hội tháng {month}',
    'kế hoạch phát triển kinh tế - xã hội năm {y}',
    planning,
    30,
    {
      papers: [['Báo cáo tình hình kinh tế - xã hội tháng {month}', 'report', 12]],
    },
  ),
  item(
    'Kết quả thu ngân sách và cân đối chi các tháng cuối năm',
    'phương án cân đối thu, chi ngân sách',
    finance,
    20,
    {
      papers: [['Báo cáo thu ngân sách và phương án cân đối chi các tháng cuối năm', 'report', 6]],
    },
  ),
  item(
    'Điều chỉnh kế hoạch vốn đầu tư công năm {y}',
    'điều chỉnh kế hoạch vốn đầu tư công năm {y}',
    planning,
    20,
    {
      question: 'Thông qua phương án điều chỉnh kế hoạch vốn đầu tư công năm {y}',
      papers: [['Tờ trình về việc điều chỉnh kế hoạch vốn đầu tư công năm {y}', 'submission', 5]],
    },
  ),
  item('Bảng giá đất điều chỉnh trên địa bàn tỉnh', 'bảng giá đất điều chỉnh', land, 25, {
    question: 'Thông qua dự thảo Quyết định điều chỉnh bảng giá đất',
    papers: [['Dự thảo Quyết định ban hành quy định bảng giá đất điều chỉnh trên địa bàn tỉnh', 'draft', 8]],
  }),
  item(
    'Quy hoạch phân khu đô thị khu vực phía Nam thành phố Vĩnh Yên',
    'quy hoạch phân khu đô thị phía Nam Vĩnh Yên',
    construction,
    20,
    {
      question: 'Thông qua đồ án quy hoạch phân khu đô thị phía Nam thành phố Vĩnh Yên',
    },
  ),
  item('Công tác bảo trì hệ thống đường tỉnh', 'công tác bảo trì hệ thống đường tỉnh', transport, 15),
  item(
    'Phương án phòng, chống thiên tai và phục hồi sản xuất',
    'phương án phòng, chống thiên tai',
    'Sở Nông nghiệp và Phát triển nông thôn',
    15,
  ),
  item(
    'Tháo gỡ khó khăn cho doanh nghiệp trong khu công nghiệp',
    'giải pháp tháo gỡ khó khăn cho doanh nghiệp',
    'Ban Quản lý các khu công nghiệp',
    15,
  ),
  item('Mức thu học phí năm học mới', 'mức thu học phí năm học mới', 'Sở Giáo dục và Đào tạo', 15, {
    question: 'Thông qua mức thu học phí để trình Hội đồng nhân dân tỉnh',
  }),
  item(
    'Tự chủ tài chính của các bệnh viện công lập',
    'phương án tự chủ tài chính của các bệnh viện công lập',
    'Sở Y tế',
    15,
  ),
  item(
    'Tình hình an ninh, trật tự và an toàn giao thông',
    'công tác bảo đảm an ninh, trật tự và an toàn giao thông',
    'Công an tỉnh',
    10,
  ),
  item(
    'Sắp xếp các đơn vị sự nghiệp công lập',
    'phương án sắp xếp các đơn vị sự nghiệp công lập',
    'Sở Nội vụ',
    15,
  ),
  item('Kết luận phiên họp', 'kết luận phiên họp', office, 15),
];

/** The thematic session on public investment. */
export const thematicSession: readonly ItemFact[] = [
  item('Báo cáo chung về giải ngân vốn đầu tư công', 'công tác giải ngân vốn đầu tư công', planning, 20, {
    papers: [
      ['Báo cáo giải ngân vốn đầu tư công và các giải pháp thúc đẩy', 'report', 7],
      ['Phụ lục danh mục dự án có tỷ lệ giải ngân thấp', 'annex', 6, 'tables'],
    ],
  }),
  item(
    'Bồi thường, giải phóng mặt bằng các dự án trọng điểm',
    'công tác bồi thường, giải phóng mặt bằng',
    land,
    25,
  ),
  item('Nguồn vật liệu san lấp phục vụ thi công', 'phương án nguồn vật liệu san lấp', construction, 20),
  item('Tiến độ các tuyến đường vành đai và nút giao', 'các dự án đường vành đai', transport, 20),
  item(
    'Thanh toán, quyết toán dự án hoàn thành',
    'công tác thanh toán, quyết toán dự án hoàn thành',
    finance,
    15,
  ),
  item(
    'Hạ tầng khu, cụm công nghiệp',
    'đầu tư hạ tầng khu, cụm công nghiệp',
    'Ban Quản lý các khu công nghiệp',
    15,
  ),
  item(
    'Các công trình trường học, y tế chậm tiến độ',
    'các công trình trường học, y tế chậm tiến độ',
    planning,
    15,
  ),
  item(
    'Cơ chế phối hợp và trách nhiệm người đứng đầu',
    'cơ chế phối hợp trong đầu tư công',
    'Sở Nội vụ',
    15,
    {
      question: 'Thông qua quy chế phối hợp và gắn trách nhiệm người đứng đầu trong đầu tư công',
    },
  ),
  item('Kết luận phiên họp chuyên đề', 'kết luận phiên họp chuyên đề', office, 15),
];

/** A working meeting of a deputy chairman, a few days ago. */
export const recentWorkingMeeting: readonly ItemFact[] = [
  item(
    'Chuẩn bị nội dung trình kỳ họp Hội đồng nhân dân tỉnh',
    'các nội dung trình kỳ họp Hội đồng nhân dân tỉnh',
    office,
    20,
  ),
  item('Hồ sơ dự toán ngân sách và phân bổ vốn', 'hồ sơ dự toán ngân sách và phân bổ vốn', finance, 20, {
    papers: [['Báo cáo hồ sơ dự toán ngân sách và các nội dung còn ý kiến khác nhau', 'report', 3]],
  }),
  item(
    'Danh mục dự án đầu tư công và thu hồi đất',
    'danh mục dự án đầu tư công và thu hồi đất',
    planning,
    20,
  ),
  item(
    'Giá đất cụ thể các dự án tại thành phố Phúc Yên',
    'giá đất cụ thể các dự án tại thành phố Phúc Yên',
    land,
    20,
  ),
  item(
    'Bảo đảm an sinh xã hội dịp cuối năm',
    'công tác bảo đảm an sinh xã hội',
    'Sở Lao động - Thương binh và Xã hội',
    15,
  ),
  item('Kết luận buổi làm việc', 'kết luận buổi làm việc', office, 10),
];

/** A working meeting of half a year ago, whose last assignments are long overdue. */
export const earlyWorkingMeeting: readonly ItemFact[] = [
  item(
    'Chuyển đổi số và phòng họp không giấy tờ',
    'công tác chuyển đổi số và phòng họp không giấy tờ',
    'Sở Thông tin và Truyền thông',
    25,
    {
      papers: [['Báo cáo chuyển đổi số và triển khai phòng họp không giấy tờ', 'report', 5]],
    },
  ),
  item(
    'Chỉ số cải cách hành chính và giải pháp nâng hạng',
    'giải pháp nâng chỉ số cải cách hành chính',
    'Sở Nội vụ',
    20,
  ),
  item(
    'Giải quyết thủ tục hành chính về đất đai quá hạn',
    'giải quyết thủ tục hành chính về đất đai',
    land,
    20,
  ),
  item(
    'Đơn thư khiếu nại, tố cáo kéo dài',
    'giải quyết đơn thư khiếu nại, tố cáo kéo dài',
    'Thanh tra tỉnh',
    20,
  ),
  item('Cơ sở dữ liệu dùng chung và kinh phí thực hiện', 'cơ sở dữ liệu dùng chung', finance, 15),
  item(
    'Kỷ luật, kỷ cương hành chính trong thực hiện nhiệm vụ được giao',
    'kỷ luật, kỷ cương trong thực hiện nhiệm vụ',
    office,
    15,
  ),
  item('Kết luận buổi làm việc', 'kết luận buổi làm việc', office, 10),
];
