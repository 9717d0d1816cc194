/** One due date: fixed days, ends of periods, terms of days, relative days, and dates that are no deadlines. */
export const deadlines = `
Giao Sở Tài chính rà soát công nợ, hoàn thành trước ngày 25 tháng 12 năm 2026.
= tc | 2026-12-25 | | Rà soát công nợ |

Giao Sở Tài chính rà soát công nợ, hoàn thành chậm nhất ngày 05 tháng 01.
= tc | 2027-01-05 | | Rà soát công nợ |

Giao Sở Xây dựng cấp phép cho dự án trước 25-12-2026.
= xd | 2026-12-25 | | Cấp phép cho dự án |

Giao Sở Xây dựng cấp phép cho dự án trước ngày 25.12.2026.
= xd | 2026-12-25 | | Cấp phép cho dự án |

Giao Sở Xây dựng trả lời công dân muộn nhất ngày 1/12.
= xd | 2026-12-01 | | Trả lời công dân |

Giao Sở Nội vụ hoàn thiện tờ trình, không muộn hơn ngày 27/11/2026.
= nv | 2026-11-27 | | Hoàn thiện tờ trình |

Giao Sở Nội vụ hoàn thiện tờ trình trước 17 giờ 00 ngày 30/11/2026.
= nv | 2026-11-30 | | Hoàn thiện tờ trình |

Giao Sở Nội vụ gửi danh sách đại biểu về Văn phòng UBND tỉnh trước 16h30 ngày mai.
= nv | 2026-11-24 | | Gửi danh sách đại biểu về Văn phòng UBND tỉnh |

Giao Sở Tư pháp góp ý dự thảo, thời gian hoàn thành: trước ngày 09/12/2026.
= tp | 2026-12-09 | | Góp ý dự thảo |

Giao Sở Tư pháp góp ý dự thảo. Thời hạn: 09/12/2026.
= tp | 2026-12-09 | | Góp ý dự thảo |

Giao Sở Y tế bố trí xe cấp cứu phục vụ lễ hội (xong trước ngày 10/02/2027).
= yt | 2027-02-10 | | Bố trí xe cấp cứu phục vụ lễ hội |

Giao Sở Y tế, trước ngày 30/11, bàn giao trang thiết bị cho Bệnh viện đa khoa tỉnh.
= yt | 2026-11-30 | | Bàn giao trang thiết bị cho Bệnh viện đa khoa tỉnh |

Trước ngày 30/11/2026, giao Sở Y tế bàn giao trang thiết bị cho Bệnh viện đa khoa tỉnh.
= yt | 2026-11-30 | | Bàn giao trang thiết bị cho Bệnh viện đa khoa tỉnh |

Giao Sở Công Thương báo cáo cung cầu điện đến hết ngày 20/12.
= ct | 2026-12-20 | | Báo cáo cung cầu điện |

Giao Công an tỉnh triệt phá tụ điểm cờ bạc, báo cáo kết quả thực hiện trước ngày 20/12.
= ca | 2026-12-20 | | Triệt phá tụ điểm cờ bạc |

Giao Sở Nội vụ trình phương án trước ngày 20.
= nv | 2026-12-20 | | Trình phương án |

Giao Sở Nội vụ trình phương án trước ngày 28 tháng này.
= nv | 2026-11-28 | | Trình phương án |

Giao Sở Nội vụ trình phương án trước ngày 10 tháng sau.
= nv | 2026-12-10 | | Trình phương án |

Giao Sở Giao thông vận tải thông xe cầu vượt trong tháng 6.
= gtvt | 2027-06-30 | | Thông xe cầu vượt |

Giao Sở Giao thông vận tải thông xe cầu vượt trong tháng 11.
= gtvt | 2026-11-30 | | Thông xe cầu vượt |

Giao Sở Giao thông vận tải thông xe cầu vượt trong tháng 02 năm 2027.
= gtvt | 2027-02-28 | | Thông xe cầu vượt |

Giao Sở Giao thông vận tải thông xe cầu vượt trong tháng này.
= gtvt | 2026-11-30 | | Thông xe cầu vượt |

Giao Sở Giao thông vận tải thông xe cầu vượt trong tháng tới.
= gtvt | 2026-12-31 | | Thông xe cầu vượt |

Giao Sở Giao thông vận tải hoàn thiện thủ tục xong trước tháng 3/2027.
= gtvt | 2027-02-28 | | Hoàn thiện thủ tục |

Giao Sở Giao thông vận tải giải ngân hết vốn được giao, hoàn thành trước hết tháng 12/2026.
= gtvt | 2026-12-31 | | Giải ngân hết vốn được giao |

Giao Sở Kế hoạch và Đầu tư trình chủ trương đầu tư trong quý II.
= khdt | 2027-06-30 | | Trình chủ trương đầu tư |

Giao Sở Kế hoạch và Đầu tư trình chủ trương đầu tư trong quý 4 năm 2026.
= khdt | 2026-12-31 | | Trình chủ trương đầu tư |

Giao Sở Kế hoạch và Đầu tư trình chủ trương đầu tư trong Quý III/2027.
= khdt | 2027-09-30 | | Trình chủ trương đầu tư |

Giao Sở Kế hoạch và Đầu tư trình chủ trương đầu tư ngay trong quý này.
= khdt | 2026-12-31 | | Trình chủ trương đầu tư |

Giao Sở Kế hoạch và Đầu tư hoàn thành quyết toán các dự án tồn đọng trong năm 2027.
= khdt | 2027-12-31 | | Hoàn thành quyết toán các dự án tồn đọng |

Giao Sở Tài nguyên và Môi trường đóng cửa bãi rác Núi Bông cuối năm.
= tnmt | 2026-12-31 | | Đóng cửa bãi rác Núi Bông |

Giao Sở Tài nguyên và Môi trường đóng cửa bãi rác Núi Bông, chậm nhất hết quý I/2027.
= tnmt | 2027-03-31 | | Đóng cửa bãi rác Núi Bông |

Giao Sở Tài nguyên và Môi trường hoàn thành cấp giấy chứng nhận cuối tháng 12.
= tnmt | 2026-12-31 | | Hoàn thành cấp giấy chứng nhận |

Giao Sở Tài nguyên và Môi trường báo cáo UBND tỉnh đầu tháng 12.
= tnmt | 2026-12-10 | | Báo cáo UBND tỉnh | dueDate

Giao Sở Tài nguyên và Môi trường trình dự thảo giữa tháng 12.
= tnmt | 2026-12-15 | | Trình dự thảo | dueDate

Giao Sở Khoa học và Công nghệ nghiệm thu đề tài trong 10 ngày.
= khcn | 2026-12-03 | | Nghiệm thu đề tài |

Giao Sở Khoa học và Công nghệ nghiệm thu đề tài trong vòng 10 ngày tới.
= khcn | 2026-12-03 | | Nghiệm thu đề tài |

Giao Sở Khoa học và Công nghệ nghiệm thu đề tài trong 05 ngày làm việc.
= khcn | 2026-11-30 | | Nghiệm thu đề tài |

Giao Sở Khoa học và Công nghệ nghiệm thu đề tài trong thời hạn 15 ngày kể từ ngày ban hành Thông báo này.
= khcn | 2026-12-08 | | Nghiệm thu đề tài | dueDate

Giao Sở Khoa học và Công nghệ nghiệm thu đề tài, chậm nhất sau 01 tháng.
= khcn | 2026-12-23 | | Nghiệm thu đề tài |

Giao Sở Khoa học và Công nghệ nghiệm thu đề tài trong hai tuần tới.
= khcn | 2026-12-07 | | Nghiệm thu đề tài |

Yêu cầu UBND huyện Tam Đảo xử lý công trình vi phạm trong vòng 24 giờ.
= td | 2026-11-24 | | Xử lý công trình vi phạm |

Yêu cầu UBND huyện Tam Đảo xử lý công trình vi phạm ngay trong hôm nay.
= td | 2026-11-23 | | Xử lý công trình vi phạm |

Yêu cầu UBND huyện Tam Đảo báo cáo giải trình trước thứ Sáu tuần này.
= td | 2026-11-27 | | Báo cáo giải trình |

Yêu cầu UBND huyện Tam Đảo báo cáo giải trình chậm nhất thứ Hai tuần sau.
= td | 2026-11-30 | | Báo cáo giải trình |

Yêu cầu UBND huyện Tam Đảo báo cáo giải trình trong tuần sau.
= td | 2026-12-04 | | Báo cáo giải trình |

Căn cứ Văn bản số 1234/UBND-TH ngày 05/11/2026, giao Sở Tài chính tham mưu trả lời cử tri trước ngày 15/12/2026.
= tc | 2026-12-15 | | Tham mưu trả lời cử tri |

Giao Sở Tài chính triển khai Nghị quyết số 25/NQ-HĐND ngày 12/7/2026 của HĐND tỉnh.
= tc | - | | Triển khai Nghị quyết số 25/NQ-HĐND ngày 12/7/2026 của HĐND tỉnh |

Giao Sở Tài chính triển khai thực hiện Quyết định số 15/QĐ-UBND ngày 05 tháng 02 năm 2026, báo cáo kết quả trước ngày 30/11.
= tc | 2026-11-30 | | Triển khai thực hiện Quyết định số 15/QĐ-UBND ngày 05 tháng 02 năm 2026 |

Giao Sở Xây dựng lập quy hoạch chung đô thị Vĩnh Phúc đến năm 2040, tầm nhìn đến năm 2050.
= xd | - | | Lập quy hoạch chung đô thị Vĩnh Phúc đến năm 2040, tầm nhìn đến năm 2050 |

Giao Sở Xây dựng xây dựng kế hoạch phát triển nhà ở giai đoạn 2026-2030, trình trước ngày 20/12/2026.
= xd | 2026-12-20 | | Xây dựng kế hoạch phát triển nhà ở giai đoạn 2026-2030, trình |

Giao Sở Tài chính công bố giá đất áp dụng từ ngày 01/01/2027.
= tc | - | | Công bố giá đất áp dụng từ ngày 01/01/2027 |

Giao Sở Tài chính báo cáo tình hình thu ngân sách tháng 11, hoàn thành trước ngày 05/12.
= tc | 2026-12-05 | | Báo cáo tình hình thu ngân sách tháng 11 |

Giao Sở Kế hoạch và Đầu tư trình dự thảo đề án trước ngày 10/12, hoàn thành trước ngày 25/12/2026.
= khdt | 2026-12-25 | | Trình dự thảo đề án trước ngày 10/12 | dueDate

Giao Sở Kế hoạch và Đầu tư hoàn thành báo cáo trước ngày 15/11/2026.
= khdt | 2026-11-15 | | Hoàn thành báo cáo | dueDate

Giao Sở Kế hoạch và Đầu tư hoàn thành báo cáo trước ngày 31/11.
= khdt | - | | Hoàn thành báo cáo trước ngày 31/11 | dueDate

@ 2026-06-03
Giao Sở Y tế tổng hợp số liệu dịch bệnh trong tháng 6.
= yt | 2026-06-30 | | Tổng hợp số liệu dịch bệnh |

@ 2026-06-03
Giao Sở Y tế tổng hợp số liệu dịch bệnh trước ngày 25/5.
= yt | 2027-05-25 | | Tổng hợp số liệu dịch bệnh |

@ 2026-12-30
Giao Sở Y tế hoàn thiện báo cáo năm trong tuần này.
= yt | 2027-01-01 | | Hoàn thiện báo cáo năm |

@ 2028-02-10
Giao Sở Y tế hoàn thiện báo cáo trong tháng 2.
= yt | 2028-02-29 | | Hoàn thiện báo cáo |

Giao Sở Công Thương xây dựng phương án cung ứng điện các tháng cuối năm.
= ct | - | | Xây dựng phương án cung ứng điện các tháng cuối năm |

Giao Sở Kế hoạch và Đầu tư tham mưu giải pháp tăng trưởng những tháng cuối năm 2026, báo cáo trước ngày 01/12.
= khdt | 2026-12-01 | | Tham mưu giải pháp tăng trưởng những tháng cuối năm 2026 |

@ 2026-06-29
Giao Sở Tài chính dự báo thu ngân sách 6 tháng cuối năm, gửi Văn phòng UBND tỉnh.
= tc | - | | Dự báo thu ngân sách 6 tháng cuối năm, gửi Văn phòng UBND tỉnh |

Yêu cầu UBND huyện Tam Đảo kiểm soát giá phòng lưu trú những ngày đầu năm 2027.
= td | - | | Kiểm soát giá phòng lưu trú những ngày đầu năm 2027 |

Giao Công an tỉnh đánh giá tình hình tội phạm quý cuối năm, hoàn thành trong tháng 01/2027.
= ca | 2027-01-31 | | Đánh giá tình hình tội phạm quý cuối năm |

Giao Sở Xây dựng rà soát các khu nhà ở khởi công trước năm 2026.
= xd | - | | Rà soát các khu nhà ở khởi công trước năm 2026 |

Giao Sở Tài nguyên và Môi trường xử lý dứt điểm các hồ sơ đất đai tồn đọng trước năm 2026, báo cáo trước ngày 20/12/2026.
= tnmt | 2026-12-20 | | Xử lý dứt điểm các hồ sơ đất đai tồn đọng trước năm 2026 |

@ 2025-10-13
Yêu cầu UBND huyện Yên Lạc thống kê các công trình được cấp phép trước năm 2026.
= yl | - | | Thống kê các công trình được cấp phép trước năm 2026 |

Thanh tra tỉnh tiếp tục kiểm tra những dự án đã giao đất trước ngày 01/7/2025, trình kết luận trước ngày 15/01/2027.
= tt | 2027-01-15 | | Tiếp tục kiểm tra những dự án đã giao đất trước ngày 01/7/2025, trình kết luận |

Giao Sở Nội vụ giải quyết chế độ cho số cán bộ nghỉ hưu trước năm 2027.
= nv | - | | Giải quyết chế độ cho số cán bộ nghỉ hưu trước năm 2027 |

Giao Sở Tài chính so sánh nợ công với mức cuối năm 2025.
= tc | - | | So sánh nợ công với mức cuối năm 2025 |

Giao Sở Giao thông vận tải hoàn thành các cầu dân sinh trước năm 2027.
= gtvt | 2026-12-31 | | Hoàn thành các cầu dân sinh |

Giao Sở Tư pháp rà soát các quy định và ban hành trước năm 2027.
= tp | 2026-12-31 | | Rà soát các quy định và ban hành |

Giao Sở Y tế đưa các trạm y tế đã sửa chữa vào sử dụng trước năm 2027.
= yt | 2026-12-31 | | Đưa các trạm y tế đã sửa chữa vào sử dụng |

Giao Sở Nội vụ hoàn thành các nhiệm vụ được giao trước ngày 31/12/2026.
= nv | 2026-12-31 | | Hoàn thành các nhiệm vụ được giao |

Giao Sở Y tế xử lý các kiến nghị đã nêu trước ngày 15/12.
= yt | 2026-12-15 | | Xử lý các kiến nghị đã nêu |
`;
