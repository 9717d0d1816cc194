import type { PaperSpec } from '../../pdf/paper.ts';

/** A paper of an agenda item: title, kind, pages, and how it looks where it is no plain text. */
export type PaperFact = readonly [string, PaperSpec['kind'], number, PaperSpec['style']?];

/** An agenda item. Slots: {month} is 'MM/YYYY' of the meeting, {y} and {y+1} are years. */
export type ItemFact = {
  title: string;
  /** What is decided, as it reads in the middle of a sentence. */
  subject: string;
  /** The submitting unit by full name. */
  unit: string;
  minutes: number;
  note?: string;
  papers?: readonly PaperFact[];
  /** What is put to the vote. */
  question?: string;
  children?: readonly ItemFact[];
};

const office = 'Văn phòng UBND tỉnh';
const planning = 'Sở Kế hoạch và Đầu tư';
const finance = 'Sở Tài chính';

/** The regular session of the day. */
export const regularSession: readonly ItemFact[] = [
  {
    title: 'Khai mạc, thông qua chương trình phiên họp',
    subject: 'chương trình phiên họp',
    unit: office,
    minutes: 5,
    note: 'Chánh Văn phòng báo cáo thành phần dự họp.',
    papers: [['Báo cáo công tác chỉ đạo, điều hành của UBND tỉnh tháng {month}', 'report', 2]],
  },
  {
    title: 'Tình hình kinh tế - xã hội tháng {month}; nhiệm vụ, giải pháp trọng tâm thời gian tới',
    subject: 'kế hoạch phát triển kinh tế - xã hội năm {y}',
    unit: planning,
    minutes: 30,
    papers: [
      ['Báo cáo tình hình kinh tế - xã hội tháng {month}, nhiệm vụ trọng tâm thời gian tới', 'report', 14],
    ],
    children: [
      {
        title: 'Kết quả thu, chi ngân sách nhà nước trên địa bàn tháng {month}',
        subject: 'kết quả thu, chi ngân sách tháng {month}',
        unit: finance,
        minutes: 10,
        papers: [
          ['Báo cáo kết quả thu, chi ngân sách nhà nước trên địa bàn tháng {month}', 'report', 5],
          ['Phụ lục số liệu thu, chi ngân sách theo địa bàn', 'annex', 4, 'tables'],
        ],
      },
      {
        title: 'Tiến độ giải ngân vốn đầu tư công',
        subject: 'tiến độ giải ngân vốn đầu tư công',
        unit: planning,
        minutes: 10,
        papers: [['Phụ lục tiến độ giải ngân vốn đầu tư công theo chủ đầu tư', 'annex', 8, 'tables']],
      },
    ],
  },
  {
    title: 'Phương án phân bổ dự toán ngân sách địa phương năm {y+1}',
    subject: 'phương án phân bổ dự toán ngân sách địa phương năm {y+1}',
    unit: finance,
    minutes: 25,
    question:
      'Thông qua phương án phân bổ dự toán ngân sách địa phương năm {y+1} để trình Hội đồng nhân dân tỉnh',
    papers: [
      ['Tờ trình về phương án phân bổ dự toán ngân sách địa phương năm {y+1}', 'submission', 7],
      ['Dự thảo Nghị quyết về dự toán ngân sách địa phương năm {y+1}', 'draft', 4],
      ['Phụ lục phân bổ dự toán chi tiết theo đơn vị', 'annex', 10, 'tables'],
    ],
  },
  {
    title: 'Kế hoạch đầu tư công năm {y+1}',
    subject: 'kế hoạch đầu tư công năm {y+1}',
    unit: planning,
    minutes: 20,
    question: 'Thông qua kế hoạch đầu tư công năm {y+1}',
    papers: [
      ['Tờ trình về kế hoạch đầu tư công năm {y+1}', 'submission', 6],
      ['Phụ lục danh mục dự án sử dụng vốn đầu tư công năm {y+1}', 'annex', 12, 'tables'],
    ],
  },
  {
    title: 'Điều chỉnh Quy hoạch tỉnh Vĩnh Phúc thời kỳ 2021 - 2030, tầm nhìn đến năm 2050',
    subject: 'điều chỉnh Quy hoạch tỉnh thời kỳ 2021 - 2030, tầm nhìn đến năm 2050',
    unit: planning,
    minutes: 30,
    question: 'Thông qua hồ sơ điều chỉnh Quy hoạch tỉnh để trình cấp có thẩm quyền',
    papers: [
      [
        'Tờ trình về việc điều chỉnh Quy hoạch tỉnh thời kỳ 2021 - 2030, tầm nhìn đến năm 2050',
        'submission',
        5,
      ],
      [
        'Báo cáo tổng hợp điều chỉnh Quy hoạch tỉnh Vĩnh Phúc thời kỳ 2021 - 2030, tầm nhìn đến năm 2050',
        'report',
        112,
        'long',
      ],
    ],
  },
  {
    title: 'Danh mục dự án thu hồi đất và kế hoạch sử dụng đất năm {y+1}',
    subject: 'danh mục dự án thu hồi đất năm {y+1}',
    unit: 'Sở Tài nguyên và Môi trường',
    minutes: 20,
    question: 'Thông qua danh mục dự án thu hồi đất năm {y+1}',
    papers: [
      ['Tờ trình về danh mục dự án thu hồi đất năm {y+1}', 'submission', 5],
      ['Phụ lục danh mục công trình, dự án thu hồi đất', 'annex', 7, 'tables'],
    ],
  },
  {
    title: 'Tiến độ các dự án giao thông trọng điểm',
    subject: 'tiến độ các dự án giao thông trọng điểm',
    unit: 'Sở Giao thông vận tải',
    minutes: 15,
    papers: [['Báo cáo tiến độ các dự án giao thông trọng điểm, vướng mắc và kiến nghị', 'report', 6]],
  },
  {
    title: 'Đề án phát triển nhà ở xã hội và nhà ở công nhân khu công nghiệp',
    subject: 'đề án phát triển nhà ở xã hội và nhà ở công nhân',
    unit: 'Sở Xây dựng',
    minutes: 20,
    question: 'Thông qua đề án phát triển nhà ở xã hội và nhà ở công nhân',
    papers: [
      ['Tờ trình về đề án phát triển nhà ở xã hội và nhà ở công nhân khu công nghiệp', 'submission', 6],
      ['Dự thảo Quyết định về đề án phát triển nhà ở xã hội giai đoạn {y} - 2030', 'draft', 5],
    ],
  },
  {
    title: 'Quy định hỗ trợ liên kết sản xuất, tiêu thụ sản phẩm nông nghiệp',
    subject: 'quy định hỗ trợ liên kết sản xuất, tiêu thụ sản phẩm nông nghiệp',
    unit: 'Sở Nông nghiệp và Phát triển nông thôn',
    minutes: 15,
    question: 'Thông qua dự thảo Quyết định hỗ trợ liên kết sản xuất, tiêu thụ sản phẩm nông nghiệp',
    papers: [
      [
        'Tờ trình về việc ban hành quy định hỗ trợ liên kết sản xuất, tiêu thụ sản phẩm nông nghiệp',
        'submission',
        4,
      ],
      [
        'Dự thảo Quyết định ban hành quy định hỗ trợ liên kết sản xuất, tiêu thụ sản phẩm nông nghiệp',
        'draft',
        7,
      ],
    ],
  },
  {
    title: 'Phương án bố trí giáo viên và phòng học tại khu vực tập trung khu công nghiệp',
    subject: 'phương án bố trí giáo viên, phòng học khu vực tập trung khu công nghiệp',
    unit: 'Sở Giáo dục và Đào tạo',
    minutes: 15,
    papers: [['Báo cáo thực trạng giáo viên, phòng học khu vực tập trung khu công nghiệp', 'report', 6]],
  },
  {
    title: 'Kết quả đấu thầu thuốc, vật tư y tế và công tác phòng, chống dịch mùa đông xuân',
    subject: 'công tác đấu thầu thuốc, vật tư y tế',
    unit: 'Sở Y tế',
    minutes: 10,
    papers: [['Báo cáo kết quả đấu thầu thuốc, vật tư y tế và phòng, chống dịch mùa đông xuân', 'report', 5]],
  },
  {
    title: 'Kết quả tổng kiểm tra an toàn phòng cháy, chữa cháy',
    subject: 'kết quả tổng kiểm tra an toàn phòng cháy, chữa cháy',
    unit: 'Công an tỉnh',
    minutes: 15,
    papers: [
      ['Báo cáo kết quả tổng kiểm tra an toàn phòng cháy, chữa cháy (bản chụp)', 'report', 10, 'scan'],
    ],
  },
  {
    title: 'Cải cách hành chính và thực hiện nhiệm vụ do UBND tỉnh, Chủ tịch UBND tỉnh giao',
    subject: 'công tác cải cách hành chính và thực hiện nhiệm vụ được giao',
    unit: 'Sở Nội vụ',
    minutes: 20,
    papers: [['Báo cáo kết quả cải cách hành chính và xếp hạng các cơ quan, địa phương', 'report', 5]],
    children: [
      {
        title: 'Tình hình thực hiện kết luận các phiên họp trước và nhiệm vụ quá hạn',
        subject: 'tình hình thực hiện kết luận các phiên họp trước',
        unit: office,
        minutes: 10,
        papers: [['Phụ lục nhiệm vụ quá hạn theo đơn vị chủ trì', 'annex', 3, 'tables']],
      },
    ],
  },
  {
    title: 'Kế hoạch chăm lo Tết cho người có công, hộ nghèo và công nhân lao động',
    subject: 'kế hoạch chăm lo Tết cho người có công, hộ nghèo và công nhân lao động',
    unit: 'Sở Lao động - Thương binh và Xã hội',
    minutes: 10,
    papers: [
      ['Tờ trình về kế hoạch chăm lo Tết cho người có công, hộ nghèo và công nhân lao động', 'submission', 4],
    ],
  },
  {
    title: 'Kết luận phiên họp',
    subject: 'kết luận phiên họp',
    unit: office,
    minutes: 15,
    note: 'Chủ tịch UBND tỉnh kết luận.',
  },
];

/** The briefing on Monday morning. */
export const weeklyBriefing: readonly ItemFact[] = [
  {
    title: 'Kết quả thực hiện nhiệm vụ tuần trước và lịch công tác tuần này',
    subject: 'kết quả thực hiện nhiệm vụ tuần trước',
    unit: office,
    minutes: 15,
    papers: [['Báo cáo kết quả chỉ đạo, điều hành tuần và dự kiến lịch công tác', 'report', 3]],
  },
  {
    title: 'Các nhiệm vụ sắp đến hạn, quá hạn cần đôn đốc',
    subject: 'các nhiệm vụ sắp đến hạn, quá hạn',
    unit: office,
    minutes: 15,
    papers: [['Phụ lục nhiệm vụ sắp đến hạn, quá hạn trong tuần', 'annex', 3, 'tables']],
  },
  {
    title: 'Công tác chuẩn bị kỳ họp Hội đồng nhân dân tỉnh',
    subject: 'công tác chuẩn bị kỳ họp Hội đồng nhân dân tỉnh',
    unit: office,
    minutes: 20,
    papers: [['Kế hoạch chuẩn bị nội dung trình kỳ họp Hội đồng nhân dân tỉnh', 'report', 4]],
  },
  {
    title: 'Giải phóng mặt bằng các dự án trọng điểm',
    subject: 'giải phóng mặt bằng các dự án trọng điểm',
    unit: 'Sở Tài nguyên và Môi trường',
    minutes: 20,
    papers: [['Báo cáo nhanh tiến độ giải phóng mặt bằng các dự án trọng điểm', 'report', 3]],
  },
  {
    title: 'Nội dung khác và ý kiến chỉ đạo của Chủ tịch UBND tỉnh',
    subject: 'một số nội dung khác',
    unit: office,
    minutes: 15,
  },
];
