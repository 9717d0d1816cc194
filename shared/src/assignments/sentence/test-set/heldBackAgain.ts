/**
 * A second set held back, in the usual style, written after the grammar had learnt from the first. At the first
 * reading 26 of 28 passages were right in every field.
 */
export const heldBackAgain = `
Giao Sở Tài chính chủ trì, phối hợp với Sở Giáo dục và Đào tạo và các đơn vị liên quan rà soát, tham mưu UBND tỉnh mức thu học phí năm học 2027 - 2028, trình UBND tỉnh trước ngày 15/3/2027.
= tc + gddt, «các đơn vị liên quan» | 2027-03-15 | | Rà soát, tham mưu UBND tỉnh mức thu học phí năm học 2027 - 2028, trình UBND tỉnh |

Giao Sở Công Thương tiếp thu tối đa ý kiến của các thành viên UBND tỉnh, hoàn chỉnh dự thảo Đề án phát triển logistics, báo cáo Ban Thường vụ Tỉnh ủy trong tháng 01/2027.
= ct | 2027-01-31 | | Tiếp thu tối đa ý kiến của các thành viên UBND tỉnh, hoàn chỉnh dự thảo Đề án phát triển logistics, báo cáo Ban Thường vụ Tỉnh ủy |

UBND huyện Vĩnh Tường khẩn trương chi trả tiền bồi thường cho 45 hộ dân xã Đại Đồng, xong trước ngày 08/12/2026; báo cáo kết quả về Sở Tài nguyên và Môi trường.
= vt | 2026-12-08 | | Khẩn trương chi trả tiền bồi thường cho 45 hộ dân xã Đại Đồng; báo cáo kết quả về Sở Tài nguyên và Môi trường |

Giao đồng chí Chủ tịch UBND thành phố Vĩnh Yên trực tiếp đối thoại với các hộ dân chưa đồng thuận trong tuần tới, trường hợp cần thiết tổ chức cưỡng chế theo quy định.
= vy | 2026-12-04 | | Trực tiếp đối thoại với các hộ dân chưa đồng thuận, trường hợp cần thiết tổ chức cưỡng chế theo quy định |

Giao Sở Xây dựng hướng dẫn chủ đầu tư hoàn thiện hồ sơ điều chỉnh quy hoạch chi tiết tỷ lệ 1/500 khu đô thị Đầm Cói, thẩm định và trình phê duyệt trước ngày 20/01/2027.
= xd | 2027-01-20 | | Hướng dẫn chủ đầu tư hoàn thiện hồ sơ điều chỉnh quy hoạch chi tiết tỷ lệ 1/500 khu đô thị Đầm Cói, thẩm định và trình phê duyệt |

Yêu cầu Ban Quản lý các khu công nghiệp, Sở Tài nguyên và Môi trường tăng cường kiểm tra việc xả thải; định kỳ hằng quý báo cáo UBND tỉnh trước ngày 10 của tháng đầu quý sau.
= kcn + tnmt | 2027-01-10 | quarter 10 | Tăng cường kiểm tra việc xả thải; báo cáo UBND tỉnh | lead

Giao Sở Y tế chuẩn bị báo cáo chuyên đề để trình bày tại phiên họp thường kỳ tháng 01/2027.
= yt | - | | Chuẩn bị báo cáo chuyên đề để trình bày tại phiên họp thường kỳ tháng 01/2027 | dueDate

Văn phòng UBND tỉnh có trách nhiệm theo dõi, đôn đốc các đơn vị thực hiện, tổng hợp báo cáo Chủ tịch UBND tỉnh.
= vp | - | | Theo dõi, đôn đốc các đơn vị thực hiện, tổng hợp báo cáo Chủ tịch UBND tỉnh |

Giao Sở Kế hoạch và Đầu tư làm việc với Bộ Kế hoạch và Đầu tư, Bộ Tài chính để được bổ sung 500 tỷ đồng vốn ngân sách trung ương; báo cáo kết quả trước ngày 30/11/2026.
= khdt | 2026-11-30 | | Làm việc với Bộ Kế hoạch và Đầu tư, Bộ Tài chính để được bổ sung 500 tỷ đồng vốn ngân sách trung ương |

Giao Sở Nông nghiệp và Phát triển nông thôn phối hợp với UBND các huyện Lập Thạch, Sông Lô, Tam Đảo trồng mới 700 ha rừng, hoàn thành trước tháng 5/2027.
= nnptnt + lt, sl, td | 2027-04-30 | | Trồng mới 700 ha rừng |

Nhiệm vụ này giao Sở Khoa học và Công nghệ chủ trì thực hiện, thời gian hoàn thành trong quý III/2027.
= khcn | 2027-09-30 | | Thực hiện | content

Giao Sở Nội vụ tổng hợp, công bố Chỉ số cải cách hành chính năm 2026 chậm nhất là ngày 31/3/2027.
= nv | 2027-03-31 | | Tổng hợp, công bố Chỉ số cải cách hành chính năm 2026 |

Giao Sở Thông tin và Truyền thông tham mưu kế hoạch bảo đảm an toàn thông tin cấp độ 3 cho hệ thống họp không giấy, trình Chủ tịch UBND tỉnh trong vòng 07 ngày kể từ ngày kết thúc cuộc họp.
= tttt | 2026-11-30 | | Tham mưu kế hoạch bảo đảm an toàn thông tin cấp độ 3 cho hệ thống họp không giấy, trình Chủ tịch UBND tỉnh | dueDate

Giao Công an tỉnh chủ trì, phối hợp với Sở Giao thông vận tải, Ban An toàn giao thông tỉnh xử lý nghiêm xe quá khổ, quá tải trên tuyến ĐT.302 từ nay đến hết tháng 12/2026.
= ca + gtvt, «Ban An toàn giao thông tỉnh» | 2026-12-31 | | Xử lý nghiêm xe quá khổ, quá tải trên tuyến ĐT.302 | coordinators

Sở Tư pháp cho ý kiến bằng văn bản đối với dự thảo Quy chế trước ngày 26/11/2026 để Sở Nội vụ hoàn thiện, trình UBND tỉnh.
= tp | 2026-11-26 | | Cho ý kiến bằng văn bản đối với dự thảo Quy chế để Sở Nội vụ hoàn thiện, trình UBND tỉnh |

Giao Sở Ngoại vụ phối hợp với Văn phòng UBND tỉnh chuẩn bị chu đáo nội dung tiếp đoàn Đại sứ quán Lào ngày 02/12/2026.
= ngv + vp | - | | Chuẩn bị chu đáo nội dung tiếp đoàn Đại sứ quán Lào ngày 02/12/2026 |

Giao UBND các huyện, thành phố rà soát, lập danh sách các hộ có hoàn cảnh khó khăn gửi Sở Lao động - Thương binh và Xã hội trước 05/01/2027.
= [district] | 2027-01-05 | | Rà soát, lập danh sách các hộ có hoàn cảnh khó khăn gửi Sở Lao động - Thương binh và Xã hội | lead

Giao Sở Văn hóa, Thể thao và Du lịch là cơ quan thường trực Ban Tổ chức, xây dựng kịch bản chi tiết, trình duyệt trong tháng 12; Sở Tài chính thẩm định kinh phí; Công an tỉnh bảo đảm an ninh trật tự.
= vhttdl | 2026-12-31 | | Là cơ quan thường trực Ban Tổ chức, xây dựng kịch bản chi tiết, trình duyệt |
= tc | - | | Thẩm định kinh phí |
= ca | - | | Bảo đảm an ninh trật tự |

Đối với kiến nghị của Công ty TNHH Piaggio Việt Nam: Giao Sở Giao thông vận tải chủ trì, phối hợp UBND huyện Bình Xuyên kiểm tra, đề xuất phương án mở đường gom, báo cáo trước ngày 17/12.
= gtvt + bx | 2026-12-17 | | Kiểm tra, đề xuất phương án mở đường gom |

Thống nhất giao Bộ Chỉ huy Quân sự tỉnh làm chủ đầu tư dự án trường bắn, giao Sở Kế hoạch và Đầu tư hướng dẫn trình tự, thủ tục.
= qs | - | | Làm chủ đầu tư dự án trường bắn |
= khdt | - | | Hướng dẫn trình tự, thủ tục |

Yêu cầu các sở, ngành, UBND cấp huyện nghiêm túc thực hiện chế độ báo cáo; đơn vị nào chậm phải giải trình bằng văn bản với Chủ tịch UBND tỉnh.
= [department], [district] | - | | Nghiêm túc thực hiện chế độ báo cáo; đơn vị nào chậm phải giải trình bằng văn bản với Chủ tịch UBND tỉnh | lead

Giao Sở Tài nguyên và Môi trường tổ chức đấu giá quyền sử dụng đất đối với 12 khu đất, phấn đấu thu ngân sách đạt 1.200 tỷ đồng trong năm 2027.
= tnmt | 2027-12-31 | | Tổ chức đấu giá quyền sử dụng đất đối với 12 khu đất, phấn đấu thu ngân sách đạt 1.200 tỷ đồng |

Đồng chí Phó Chủ tịch Thường trực UBND tỉnh kết luận: cơ bản thống nhất với báo cáo của Sở Tài chính và ý kiến của Sở Tư pháp.
= none

Tại cuộc họp, đại diện Sở Xây dựng đề nghị Sở Tài chính sớm bố trí kinh phí.
= none

Các đại biểu đã thảo luận, đóng góp 12 ý kiến vào dự thảo Nghị quyết trình kỳ họp thứ 15 HĐND tỉnh.
= none

Giao Trung tâm Tin học - Công báo đăng tải Thông báo này trên Cổng thông tin điện tử tỉnh ngay trong ngày.
= ttth | 2026-11-23 | | Đăng tải Thông báo này trên Cổng thông tin điện tử tỉnh |

Giao Sở GTVT, Sở XD và UBND TP Phúc Yên phối hợp xử lý ngập úng đường Nguyễn Trãi trước mùa mưa năm 2027.
= gtvt + xd, py | - | | Phối hợp xử lý ngập úng đường Nguyễn Trãi trước mùa mưa năm 2027 | lead dueDate

Giao Ban Dân tộc tham mưu tổ chức Đại hội đại biểu các dân tộc thiểu số tỉnh lần thứ IV, dự kiến tổ chức vào quý II/2027.
= bdt | 2027-06-30 | | Tham mưu tổ chức Đại hội đại biểu các dân tộc thiểu số tỉnh lần thứ IV, dự kiến tổ chức | dueDate
`;
