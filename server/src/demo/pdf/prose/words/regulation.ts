/** A chapter of a regulation; each article is its title and its clauses. Slots as in the other sentences. */
type Chapter = { title: string; articles: readonly (readonly [string, ...string[]])[] };

export const chapters: readonly Chapter[] = [
  {
    title: 'QUY ĐỊNH CHUNG',
    articles: [
      [
        'Phạm vi điều chỉnh',
        'Quy định này điều chỉnh nguyên tắc, điều kiện, nội dung, trình tự thực hiện và trách nhiệm của các cơ quan, đơn vị trong lĩnh vực {f} trên địa bàn tỉnh Vĩnh Phúc.',
        'Những nội dung không quy định tại văn bản này được thực hiện theo quy định của pháp luật hiện hành có liên quan.',
      ],
      [
        'Đối tượng áp dụng',
        'Các sở, ban, ngành, đơn vị sự nghiệp công lập thuộc UBND tỉnh; UBND các huyện, thành phố; UBND các xã, phường, thị trấn.',
        'Tổ chức, doanh nghiệp, hợp tác xã, hộ gia đình và cá nhân có hoạt động liên quan trên địa bàn tỉnh.',
        'Quy định này không áp dụng đối với các nhiệm vụ, dự án thuộc danh mục bí mật nhà nước.',
      ],
      [
        'Giải thích từ ngữ',
        'Cơ quan chủ trì là cơ quan được giao chịu trách nhiệm chính về tiến độ, chất lượng và kết quả của nhiệm vụ; mỗi nhiệm vụ chỉ có một cơ quan chủ trì.',
        'Cơ quan phối hợp là cơ quan tham gia thực hiện một phần nhiệm vụ theo yêu cầu của cơ quan chủ trì và chịu trách nhiệm về phần việc của mình.',
        'Thời hạn hoàn thành là ngày cuối cùng cơ quan chủ trì phải báo cáo kết quả và được người giao nhiệm vụ xác nhận.',
      ],
      [
        'Nguyên tắc thực hiện',
        'Đúng thẩm quyền, đúng đối tượng, công khai, minh bạch; bảo đảm quyền và lợi ích hợp pháp của tổ chức, cá nhân.',
        'Không trùng lặp với các chính sách đang thực hiện; trường hợp cùng một nội dung có nhiều mức thì được chọn mức có lợi nhất.',
        'Ưu tiên giải quyết qua môi trường điện tử; không yêu cầu nộp lại giấy tờ đã có trong cơ sở dữ liệu dùng chung của tỉnh.',
      ],
    ],
  },
  {
    title: 'NỘI DUNG THỰC HIỆN',
    articles: [
      [
        'Điều kiện áp dụng',
        'Có hồ sơ hợp lệ, được UBND cấp xã nơi thực hiện xác nhận và chưa được hưởng chính sách tương tự trong 24 tháng liền kề.',
        'Phù hợp với quy hoạch, kế hoạch đã được cấp có thẩm quyền phê duyệt.',
        'Cam kết duy trì hoạt động ít nhất {i:3-5} năm kể từ ngày được phê duyệt; hoàn trả phần kinh phí đã nhận nếu vi phạm cam kết.',
      ],
      [
        'Nội dung và định mức',
        'Mức tối đa đối với một nội dung không quá {i:30-50}% tổng chi phí hợp lệ và không quá {m:1-5} tỷ đồng cho một đối tượng trong suốt thời gian thực hiện.',
        'Đối với địa bàn miền núi thuộc các huyện Tam Đảo, Lập Thạch, Sông Lô, mức tại khoản 1 Điều này được nhân hệ số 1,2.',
        'Chi phí quản lý không vượt quá {i:3-5}% tổng kinh phí được phê duyệt hằng năm.',
      ],
      [
        'Thành phần hồ sơ',
        'Văn bản đề nghị theo mẫu; phương án thực hiện, trong đó nêu rõ mục tiêu, tiến độ, tổng mức kinh phí và nguồn vốn.',
        'Bản sao điện tử các giấy tờ chứng minh đủ điều kiện; trường hợp dữ liệu đã có trên hệ thống thì không phải nộp.',
        'Số lượng: 01 bộ, nộp trực tuyến hoặc tại bộ phận một cửa.',
      ],
      [
        'Trình tự, thủ tục',
        'Bộ phận một cửa kiểm tra, tiếp nhận và chuyển hồ sơ đến cơ quan chuyên môn ngay trong ngày làm việc.',
        'Trong thời hạn {i:5-10} ngày làm việc, {u} chủ trì thẩm định, lấy ý kiến cơ quan liên quan; cơ quan được hỏi trả lời trong 03 ngày làm việc.',
        'Trong thời hạn 05 ngày làm việc kể từ ngày có kết quả thẩm định, người có thẩm quyền ban hành quyết định; trường hợp từ chối phải trả lời bằng văn bản và nêu rõ lý do.',
      ],
      [
        'Tiêu chí lựa chọn và thứ tự ưu tiên',
        'Ưu tiên các nội dung hoàn thành trong năm, có vốn đối ứng và giải quyết được nhu cầu bức thiết của người dân.',
        'Trường hợp nhu cầu vượt khả năng cân đối thì xét theo thứ tự: địa bàn khó khăn, số người hưởng lợi, thời điểm nộp hồ sơ.',
      ],
      [
        'Công khai, minh bạch',
        'Danh sách đối tượng, mức kinh phí và tiến độ được công khai trên Cổng thông tin điện tử của tỉnh và tại trụ sở UBND cấp xã trong 30 ngày.',
        'Ý kiến phản ánh trong thời gian công khai được trả lời trong 07 ngày làm việc.',
      ],
    ],
  },
  {
    title: 'NGUỒN LỰC VÀ QUẢN LÝ KINH PHÍ',
    articles: [
      [
        'Nguồn kinh phí',
        'Ngân sách tỉnh bảo đảm {i:50-70}% nhu cầu hằng năm; ngân sách cấp huyện bảo đảm phần còn lại.',
        'Khuyến khích lồng ghép từ các chương trình mục tiêu quốc gia và huy động nguồn hợp pháp khác.',
      ],
      [
        'Lập, phân bổ dự toán',
        'Trước ngày 30 tháng 7 hằng năm, các cơ quan, đơn vị lập nhu cầu gửi {u} để tổng hợp, gửi Sở Tài chính thẩm định.',
        'Dự toán được giao chi tiết đến từng nhiệm vụ; chỉ điều chỉnh khi có ý kiến của Sở Tài chính và được UBND tỉnh chấp thuận.',
      ],
      [
        'Thanh toán, quyết toán',
        'Kinh phí được cấp theo khối lượng hoàn thành có xác nhận của cơ quan chủ trì; tạm ứng không quá 50%.',
        'Hồ sơ quyết toán gửi trước ngày 31 tháng 01 năm sau; đơn vị chậm quyết toán không được phân bổ dự toán mới.',
      ],
    ],
  },
  {
    title: 'TỔ CHỨC THỰC HIỆN',
    articles: [
      [
        'Trách nhiệm của {u}',
        'Chủ trì hướng dẫn, kiểm tra, đôn đốc việc thực hiện; định kỳ hằng quý báo cáo UBND tỉnh.',
        'Xây dựng biểu mẫu điện tử, cập nhật tiến độ trên hệ thống theo dõi nhiệm vụ của UBND tỉnh.',
      ],
      [
        'Trách nhiệm của các sở, ngành',
        'Sở Tài chính chủ trì bố trí kinh phí, hướng dẫn quản lý, sử dụng và quyết toán.',
        'Sở Kế hoạch và Đầu tư lồng ghép nguồn vốn đầu tư công; Sở Thông tin và Truyền thông bảo đảm hạ tầng số phục vụ tiếp nhận và theo dõi.',
        'Các sở, ngành khác theo chức năng, nhiệm vụ phối hợp thẩm định và kiểm tra.',
      ],
      [
        'Trách nhiệm của UBND cấp huyện, cấp xã',
        'UBND các huyện, thành phố bố trí vốn đối ứng, tổ chức thực hiện trên địa bàn và chịu trách nhiệm trước UBND tỉnh về kết quả.',
        'UBND các xã, phường, thị trấn xác nhận hồ sơ, niêm yết công khai và giám sát việc thực hiện cam kết.',
      ],
      [
        'Chế độ thông tin, báo cáo',
        'Báo cáo định kỳ gửi trước ngày 20 của tháng cuối quý; báo cáo năm gửi trước ngày 15 tháng 12.',
        'Báo cáo đột xuất thực hiện theo yêu cầu của Chủ tịch UBND tỉnh, gửi bằng văn bản điện tử có ký số.',
      ],
      [
        'Điều khoản chuyển tiếp',
        'Hồ sơ đã tiếp nhận trước ngày Quy định này có hiệu lực được giải quyết theo quy định tại thời điểm tiếp nhận, trừ trường hợp tổ chức, cá nhân đề nghị áp dụng Quy định này.',
      ],
      [
        'Điều khoản thi hành',
        'Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan, đơn vị phản ánh về {u} để tổng hợp, báo cáo UBND tỉnh xem xét, sửa đổi, bổ sung./.',
      ],
    ],
  },
];
