/**
 * Written when the grammar already read the five files before it, to see how it does on sentences it was not built
 * with, odd ones on purpose. At the first reading 28 of 50 passages were right in every field.
 */
export const heldBack = `
Giao Sở Kế hoạch và Đầu tư chủ trì, phối hợp với các sở, ngành, địa phương có liên quan khẩn trương rà soát, tham mưu UBND tỉnh điều chuyển vốn từ các dự án chậm giải ngân sang các dự án có khả năng giải ngân tốt; hoàn thành trước ngày 10/12/2026.
= khdt + «các sở, ngành, địa phương có liên quan» | 2026-12-10 | | Khẩn trương rà soát, tham mưu UBND tỉnh điều chuyển vốn từ các dự án chậm giải ngân sang các dự án có khả năng giải ngân tốt |

Các sở, ban, ngành, UBND các huyện, thành phố tập trung rà soát, hoàn thành các chỉ tiêu kế hoạch năm 2026 được giao; báo cáo kết quả về UBND tỉnh (qua Sở Kế hoạch và Đầu tư) trước ngày 15/12/2026 để tổng hợp, báo cáo.
= [department], [district] | 2026-12-15 | | Tập trung rà soát, hoàn thành các chỉ tiêu kế hoạch năm 2026 được giao; báo cáo kết quả về UBND tỉnh (qua Sở Kế hoạch và Đầu tư) để tổng hợp, báo cáo | lead

Yêu cầu đồng chí Chủ tịch UBND huyện Tam Dương nghiêm túc kiểm điểm trách nhiệm để xảy ra vi phạm, báo cáo Chủ tịch UBND tỉnh trước ngày 5/12.
= tdg | 2026-12-05 | | Nghiêm túc kiểm điểm trách nhiệm để xảy ra vi phạm, báo cáo Chủ tịch UBND tỉnh |

Sở Giao thông vận tải tham mưu văn bản của UBND tỉnh gửi Bộ Giao thông vận tải đề nghị bàn giao quốc lộ 2B, xong trong tuần này.
= gtvt | 2026-11-27 | | Tham mưu văn bản của UBND tỉnh gửi Bộ Giao thông vận tải đề nghị bàn giao quốc lộ 2B |

Giao đồng chí Giám đốc Công an tỉnh chỉ đạo các lực lượng không để xảy ra đốt pháo trái phép, thường xuyên báo cáo Thường trực Tỉnh ủy.
= ca | - | | Chỉ đạo các lực lượng không để xảy ra đốt pháo trái phép, thường xuyên báo cáo Thường trực Tỉnh ủy |

Sở Y tế khẩn trương hoàn thành việc đấu thầu thuốc tập trung năm 2027. Thời gian xong trước 31/01/2027.
= yt | 2027-01-31 | | Khẩn trương hoàn thành việc đấu thầu thuốc tập trung năm 2027 |

Về đề xuất của UBND huyện Sông Lô: Đồng ý về chủ trương. UBND huyện Sông Lô hoàn thiện hồ sơ, gửi Sở Tài nguyên và Môi trường thẩm định trước ngày 12/12/2026.
= sl | 2026-12-12 | | Hoàn thiện hồ sơ, gửi Sở Tài nguyên và Môi trường thẩm định |

Nhất trí với đề xuất của Sở Nội vụ tại Tờ trình số 512/TTr-SNV. Giao Sở Nội vụ hoàn thiện, trình ký ban hành trong ngày 25/11/2026.
= nv | 2026-11-25 | | Hoàn thiện, trình ký ban hành |

Giao Sở Tài chính tham mưu, đề xuất nguồn kinh phí hỗ trợ 5 tỷ đồng cho huyện Lập Thạch khắc phục hậu quả mưa lũ, trình UBND tỉnh trong ngày 26/11.
= tc | 2026-11-26 | | Tham mưu, đề xuất nguồn kinh phí hỗ trợ 5 tỷ đồng cho huyện Lập Thạch khắc phục hậu quả mưa lũ, trình UBND tỉnh |

UBND thành phố Phúc Yên chịu trách nhiệm toàn diện trước UBND tỉnh về tiến độ giải phóng mặt bằng, bảo đảm bàn giao 100% diện tích trước ngày 28/02/2027.
= py | 2027-02-28 | | Chịu trách nhiệm toàn diện trước UBND tỉnh về tiến độ giải phóng mặt bằng, bảo đảm bàn giao 100% diện tích |

Trong tháng 12/2026, Sở Công Thương phải trình phương án phát triển cụm công nghiệp.
= ct | 2026-12-31 | | Trình phương án phát triển cụm công nghiệp |

Giao Văn phòng UBND tỉnh (phòng Kinh tế) theo dõi, đôn đốc, kịp thời báo cáo khi có vướng mắc.
= vp | - | | Theo dõi, đôn đốc, kịp thời báo cáo khi có vướng mắc |

Giao Ban QLDA ĐTXD công trình giao thông tỉnh đẩy nhanh tiến độ thi công gói thầu số 5, phấn đấu thông tuyến trước ngày 02/9/2027.
= «Ban QLDA ĐTXD công trình giao thông tỉnh» | 2027-09-02 | | Đẩy nhanh tiến độ thi công gói thầu số 5, phấn đấu thông tuyến | lead

Đề nghị Thường trực HĐND tỉnh xem xét, cho ý kiến.
= «Thường trực HĐND tỉnh» | - | | Xem xét, cho ý kiến | lead

Đề nghị Tỉnh đoàn, Hội Liên hiệp Phụ nữ tỉnh, Hội Nông dân tỉnh phối hợp tuyên truyền, vận động hội viên.
= «Tỉnh đoàn» + «Hội Liên hiệp Phụ nữ tỉnh», «Hội Nông dân tỉnh» | - | | Phối hợp tuyên truyền, vận động hội viên | lead coordinators

Yêu cầu các chủ đầu tư cam kết tiến độ giải ngân từng tháng, gửi Sở Kế hoạch và Đầu tư trước ngày 30/11/2026.
= «các chủ đầu tư» | 2026-11-30 | | Cam kết tiến độ giải ngân từng tháng, gửi Sở Kế hoạch và Đầu tư | lead

Giao Sở Xây dựng: (1) Rà soát quy hoạch chung; (2) Trình điều chỉnh trước 20/12/2026.
= xd | 2026-12-20 | | (1) Rà soát quy hoạch chung; (2) Trình điều chỉnh |

Giao Sở Nội vụ chủ trì phối hợp Văn phòng UBND tỉnh và các đơn vị liên quan, tham mưu Chủ tịch UBND tỉnh thành lập Tổ công tác trong ngày 24/11/2026.
= nv + vp, «các đơn vị liên quan» | 2026-11-24 | | Tham mưu Chủ tịch UBND tỉnh thành lập Tổ công tác |

Định kỳ trước ngày 15 hằng tháng, các sở, ban, ngành báo cáo tiến độ về Văn phòng UBND tỉnh.
= [department] | 2026-12-15 | month 15 | Báo cáo tiến độ về Văn phòng UBND tỉnh | lead

Sở Tài chính, Sở Kế hoạch và Đầu tư, Kho bạc Nhà nước tỉnh thống nhất số liệu, báo cáo UBND tỉnh trước 15h00 ngày 27/11/2026.
= tc + khdt, «Kho bạc Nhà nước tỉnh» | 2026-11-27 | | Thống nhất số liệu, báo cáo UBND tỉnh | lead coordinators

Giao Sở Thông tin & Truyền thông, trong quý I/2027, trình Đề án chuyển đổi số.
= tttt | 2027-03-31 | | Trình Đề án chuyển đổi số |

Giao Công an tỉnh, Bộ CHQS tỉnh, UBND các huyện, thành phố bảo đảm an ninh, trật tự dịp Tết Nguyên đán Đinh Mùi.
= ca + qs, [district] | - | | Bảo đảm an ninh, trật tự dịp Tết Nguyên đán Đinh Mùi | lead

Giao Sở Tài nguyên và Môi trường tham mưu UBND tỉnh ban hành Quyết định giao đất đợt 3 cho Công ty CP Đầu tư Phúc Sơn, hoàn thành chậm nhất vào ngày 18/12/2026.
= tnmt | 2026-12-18 | | Tham mưu UBND tỉnh ban hành Quyết định giao đất đợt 3 cho Công ty CP Đầu tư Phúc Sơn |

Sở Văn hóa, Thể thao và Du lịch phối hợp UBND huyện Tam Đảo tổ chức khảo sát, đề xuất phương án trước Tết Nguyên đán.
= vhttdl + td | - | | Tổ chức khảo sát, đề xuất phương án trước Tết Nguyên đán | dueDate

Giao Thanh tra tỉnh tiến hành thanh tra toàn diện dự án khu đô thị mới Nam Vĩnh Yên, thời hạn thanh tra 45 ngày làm việc.
= tt | 2027-01-25 | | Tiến hành thanh tra toàn diện dự án khu đô thị mới Nam Vĩnh Yên |

Giao Sở Lao động – Thương binh và Xã hội (cơ quan thường trực) tổng hợp, báo cáo UBND tỉnh trước ngày 20 tháng cuối của quý.
= ldtbxh | 2026-12-20 | quarter 20 | Tổng hợp, báo cáo UBND tỉnh |

Giao Sở NN và PTNT chỉ đạo các địa phương gieo cấy lúa chiêm xuân trong khung thời vụ, kết thúc trước ngày 28/2/2027.
= nnptnt | 2027-02-28 | | Chỉ đạo các địa phương gieo cấy lúa chiêm xuân trong khung thời vụ, kết thúc |

- Giao Sở Y tế:
+ Rà soát nhân lực trạm y tế;
+ Đề xuất tuyển dụng, báo cáo trước ngày 15/01/2027.
= yt | 2027-01-15 | | Rà soát nhân lực trạm y tế; Đề xuất tuyển dụng |

Yêu cầu Sở Tài chính, Sở Xây dựng rút kinh nghiệm trong việc tham mưu chậm.
= tc + xd | - | | Rút kinh nghiệm trong việc tham mưu chậm | lead

Giao Giám đốc các Sở: Tài chính, Xây dựng, Tài nguyên và Môi trường trực tiếp tham gia tổ công tác.
= tc + xd, tnmt | - | | Trực tiếp tham gia tổ công tác | lead

Chấp thuận đề nghị của UBND huyện Yên Lạc về gia hạn thời gian thực hiện dự án đến hết năm 2027.
= none

Sở Giáo dục và Đào tạo đã hoàn thành rà soát trường lớp trước ngày 30/10/2026.
= none

Sở Xây dựng chủ trì cuộc họp ngày 20/11/2026 với các đơn vị tư vấn.
= none

Chủ tịch UBND tỉnh ghi nhận, đánh giá cao sự phối hợp của Công an tỉnh, Bộ Chỉ huy quân sự tỉnh.
= none

Thời gian tới, yêu cầu các cấp, các ngành tiếp tục siết chặt kỷ luật.
= «các cấp, các ngành» | - | | Tiếp tục siết chặt kỷ luật | lead

Giao Sở Nội vụ báo cáo Ban Thường vụ Tỉnh ủy xem xét, quyết định trong phiên họp gần nhất.
= nv | - | | Báo cáo Ban Thường vụ Tỉnh ủy xem xét, quyết định trong phiên họp gần nhất | dueDate

Giao Sở Công Thương đôn đốc Tập đoàn Điện lực Việt Nam bổ sung quy hoạch trạm 220kV Bá Thiện, mỗi tuần báo cáo một lần.
= ct | 2026-11-27 | week | Đôn đốc Tập đoàn Điện lực Việt Nam bổ sung quy hoạch trạm 220kV Bá Thiện | dueDate

Giao Sở KH&CN, Sở TT&TT nghiên cứu ứng dụng AI trong xử lý văn bản; trình đề án trong năm 2027.
= khcn + tttt | 2027-12-31 | | Nghiên cứu ứng dụng AI trong xử lý văn bản; trình đề án | lead

Đề nghị Bưu điện tỉnh hỗ trợ trả kết quả tại nhà.
= «Bưu điện tỉnh» | - | | Hỗ trợ trả kết quả tại nhà | lead

Giao UBND xã Tam Quan phối hợp Ban QL rừng phòng hộ cắm biển cấm lửa trong 10 ngày tới.
= tq + «Ban QL rừng phòng hộ» | 2026-12-03 | | Cắm biển cấm lửa | coordinators

Giao Sở Tài chính trong tháng 11 phải hoàn thành quyết toán dự án cầu Vĩnh Thịnh.
= tc | 2026-11-30 | | Hoàn thành quyết toán dự án cầu Vĩnh Thịnh |

Kết luận: Giao Sở Tư pháp rà soát văn bản QPPL hết hiệu lực, công bố trước 31/01/2027.
= tp | 2027-01-31 | | Rà soát văn bản QPPL hết hiệu lực, công bố |

Giao Sở TNMT chủ trì, Sở XD, Sở NNPTNT, UBND huyện Bình Xuyên phối hợp lập phương án xử lý rác thải, trình trước ngày 30 tháng 12 năm 2026.
= tnmt + xd, nnptnt, bx | 2026-12-30 | | Lập phương án xử lý rác thải, trình |

Giao Sở Nội vụ tham mưu khen thưởng các tập thể, cá nhân, hoàn thành trước 10 ngày so với ngày tổ chức hội nghị.
= nv | - | | Tham mưu khen thưởng các tập thể, cá nhân, hoàn thành trước 10 ngày so với ngày tổ chức hội nghị | dueDate

Giao Cục Quản lý thị trường tỉnh phối hợp Sở Công Thương kiểm tra, xử lý hàng giả dịp cuối năm.
= «Cục Quản lý thị trường tỉnh» + ct | - | | Kiểm tra, xử lý hàng giả dịp cuối năm | lead

Giao Sở Y tế công bố hết dịch sởi trên địa bàn khi đủ điều kiện.
= yt | - | | Công bố hết dịch sởi trên địa bàn khi đủ điều kiện |

Sở Xây dựng có văn bản trả lời Công ty Hoàng Long trước ngày 28/11/2026.
= xd | 2026-11-28 | | Có văn bản trả lời Công ty Hoàng Long |

Giao Sở Nội vụ làm việc với Sở Tài chính để thống nhất số biên chế, báo cáo lại UBND tỉnh vào sáng thứ Hai tuần sau (30/11/2026).
= nv | 2026-11-30 | | Làm việc với Sở Tài chính để thống nhất số biên chế, báo cáo lại UBND tỉnh |

Giao Sở Giao thông vận tải chủ trì cùng UBND các huyện, thành phố rà soát biển báo trên các tuyến đường huyện, hoàn thành trong quý 1/2027 và báo cáo tại hội nghị sơ kết 6 tháng.
= gtvt + [district] | 2027-03-31 | | Rà soát biển báo trên các tuyến đường huyện, báo cáo tại hội nghị sơ kết 6 tháng |

Giao Sở Nội vụ khẩn trương tham mưu để Chủ tịch UBND tỉnh ký quyết định bổ nhiệm trước khi Sở Tài chính bàn giao nhiệm vụ.
= nv | - | | Khẩn trương tham mưu để Chủ tịch UBND tỉnh ký quyết định bổ nhiệm trước khi Sở Tài chính bàn giao nhiệm vụ |
`;
