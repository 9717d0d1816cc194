/** Who leads: verbs of assigning, titles of heads, official and short names, careless typing. Format: see read.ts. */
export const leads = `
Giao Sở Tài chính chủ trì, phối hợp Sở Kế hoạch và Đầu tư, báo cáo trước ngày 30/12.
= tc + khdt | 2026-12-30 | | Báo cáo | content

Giao Sở Tài chính chủ trì, phối hợp với Sở Kế hoạch và Đầu tư, UBND huyện Yên Lạc rà soát nhu cầu vốn đầu tư năm 2027, báo cáo UBND tỉnh trước ngày 25/12/2026.
= tc + khdt, yl | 2026-12-25 | | Rà soát nhu cầu vốn đầu tư năm 2027, báo cáo UBND tỉnh |

Yêu cầu Sở Xây dựng khẩn trương hoàn thiện hồ sơ quy hoạch phân khu A2, trình UBND tỉnh phê duyệt trong tháng 12/2026.
= xd | 2026-12-31 | | Khẩn trương hoàn thiện hồ sơ quy hoạch phân khu A2, trình UBND tỉnh phê duyệt |

Đề nghị Công an tỉnh tăng cường tuần tra, kiểm soát trên các tuyến quốc lộ trong dịp Tết Dương lịch.
= ca | - | | Tăng cường tuần tra, kiểm soát trên các tuyến quốc lộ trong dịp Tết Dương lịch |

Giao Giám đốc Sở Y tế chịu trách nhiệm kiểm tra việc mua sắm thuốc tại các bệnh viện, báo cáo Chủ tịch UBND tỉnh trước ngày 10/12/2026.
= yt | 2026-12-10 | | Kiểm tra việc mua sắm thuốc tại các bệnh viện, báo cáo Chủ tịch UBND tỉnh |

Sở Nội vụ chủ trì tham mưu phương án sắp xếp các đơn vị sự nghiệp công lập, hoàn thành trong quý I/2027.
= nv | 2027-03-31 | | Tham mưu phương án sắp xếp các đơn vị sự nghiệp công lập |

Giao Chủ tịch UBND huyện Bình Xuyên chỉ đạo hoàn thành giải phóng mặt bằng khu công nghiệp Bá Thiện II trước ngày 31/12/2026.
= bx | 2026-12-31 | | Chỉ đạo hoàn thành giải phóng mặt bằng khu công nghiệp Bá Thiện II |

Giao Chánh Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Thông báo này.
= vp | - | | Theo dõi, đôn đốc việc thực hiện Thông báo này |

Giao VP UBND tỉnh rà soát chương trình công tác năm 2027, trình Chủ tịch UBND tỉnh ký ban hành trước 20/12.
= vp | 2026-12-20 | | Rà soát chương trình công tác năm 2027, trình Chủ tịch UBND tỉnh ký ban hành |

Giao Sở KH&ĐT tổng hợp danh mục dự án chậm tiến độ, hoàn thành trước ngày 05/12/2026.
= khdt | 2026-12-05 | | Tổng hợp danh mục dự án chậm tiến độ |

Giao Sở TC thẩm định dự toán kinh phí tổ chức lễ hội, hoàn thành trong tuần này.
= tc | 2026-11-27 | | Thẩm định dự toán kinh phí tổ chức lễ hội |

Giao UBND tp Vĩnh Yên giải tỏa các điểm kinh doanh lấn chiếm vỉa hè đường Mê Linh trước ngày 15/12.
= vy | 2026-12-15 | | Giải tỏa các điểm kinh doanh lấn chiếm vỉa hè đường Mê Linh |

Giao UBND TP. Phúc Yên lập phương án bảo vệ hồ Đại Lải, báo cáo UBND tỉnh chậm nhất ngày 20/12/2026.
= py | 2026-12-20 | | Lập phương án bảo vệ hồ Đại Lải, báo cáo UBND tỉnh |

Giao Sở NN&PTNT kiểm tra hệ thống đê điều trước mùa mưa bão, xong trước ngày 30/4/2027.
= nnptnt | 2027-04-30 | | Kiểm tra hệ thống đê điều trước mùa mưa bão |

Giao Sở LĐTBXH rà soát danh sách hộ nghèo được hỗ trợ dịp Tết, gửi Sở Tài chính trước ngày 10/01/2027.
= ldtbxh | 2027-01-10 | | Rà soát danh sách hộ nghèo được hỗ trợ dịp Tết, gửi Sở Tài chính |

Giao Sở LĐ-TB&XH xây dựng kế hoạch giải quyết việc làm năm 2027.
= ldtbxh | - | | Xây dựng kế hoạch giải quyết việc làm năm 2027 |

Giao Sở Lao động - Thương binh và Xã hội chủ trì tổ chức ngày hội việc làm trong tháng 3.
= ldtbxh | 2027-03-31 | | Tổ chức ngày hội việc làm |

Giao Sở Lao động, Thương binh và Xã hội nghiên cứu, đề xuất mức hỗ trợ học nghề.
= ldtbxh | - | | Nghiên cứu, đề xuất mức hỗ trợ học nghề |

Giao Sở Văn hoá, Thể thao và Du lịch chuẩn bị nội dung Tuần Văn hóa du lịch, hoàn thành trước ngày 15/3/2027.
= vhttdl | 2027-03-15 | | Chuẩn bị nội dung Tuần Văn hóa du lịch |

Yêu cầu Sở VHTT&DL báo cáo tiến độ tu bổ di tích tháp Bình Sơn trước ngày 01/12/2026.
= vhttdl | 2026-12-01 | | Báo cáo tiến độ tu bổ di tích tháp Bình Sơn |

giao so tai chinh chu tri, phoi hop so ke hoach va dau tu ra soat von dau tu cong, bao cao ubnd tinh truoc ngay 30/12
= tc + khdt | 2026-12-30 | | Ra soat von dau tu cong, bao cao ubnd tinh |

GIAO SỞ TÀI CHÍNH CHỦ TRÌ THẨM ĐỊNH PHƯƠNG ÁN GIÁ NƯỚC SẠCH, HOÀN THÀNH TRƯỚC NGÀY 30/11/2026.
= tc | 2026-11-30 | | THẨM ĐỊNH PHƯƠNG ÁN GIÁ NƯỚC SẠCH |

Giao  Sở  Tài nguyên  và  Môi trường   kiểm tra , xử lý ô nhiễm tại làng nghề Thanh Lãng trong tháng 12.
= tnmt | 2026-12-31 | | Kiểm tra, xử lý ô nhiễm tại làng nghề Thanh Lãng |

Giao Sở Tài nguyên & Môi trường công khai bảng giá đất mới trên cổng thông tin, hoàn thành trước 31/12.
= tnmt | 2026-12-31 | | Công khai bảng giá đất mới trên cổng thông tin |

Giao Ban QL các KCN tỉnh làm việc với Công ty VPIC về tiến độ hạ tầng khu công nghiệp, báo cáo trong tuần sau.
= kcn | 2026-12-04 | | Làm việc với Công ty VPIC về tiến độ hạ tầng khu công nghiệp |

Giao Ban Quản lý các khu công nghiệp rà soát nhu cầu nhà ở công nhân, báo cáo UBND tỉnh trong quý I năm 2027.
= kcn | 2027-03-31 | | Rà soát nhu cầu nhà ở công nhân, báo cáo UBND tỉnh |

Giao Bộ CHQS tỉnh chuẩn bị phương án bảo đảm an ninh lễ giao nhận quân năm 2027, hoàn thành trước ngày 20/01/2027.
= qs | 2027-01-20 | | Chuẩn bị phương án bảo đảm an ninh lễ giao nhận quân năm 2027 |

Giao Chỉ huy trưởng Bộ Chỉ huy quân sự tỉnh xây dựng kế hoạch diễn tập khu vực phòng thủ.
= qs | - | | Xây dựng kế hoạch diễn tập khu vực phòng thủ |

Giao Trưởng ban Dân tộc tham mưu chính sách cho đồng bào dân tộc thiểu số huyện Tam Đảo trong quý II/2027.
= bdt | 2027-06-30 | | Tham mưu chính sách cho đồng bào dân tộc thiểu số huyện Tam Đảo |

Giao Chánh Thanh tra tỉnh thanh tra việc quản lý đất công ích tại xã Đại Đồng, kết luận trước ngày 31/01/2027.
= tt | 2027-01-31 | | Thanh tra việc quản lý đất công ích tại xã Đại Đồng, kết luận |

Giao đồng chí Giám đốc Sở Giao thông vận tải trực tiếp chỉ đạo sửa chữa cầu Phú Hậu, hoàn thành trước ngày 25/12.
= gtvt | 2026-12-25 | | Trực tiếp chỉ đạo sửa chữa cầu Phú Hậu |

Giao đ/c Trần Văn Hùng, Giám đốc Sở Công Thương làm đầu mối làm việc với Công ty Điện lực về phương án cấp điện.
= ct | - | | Làm việc với Công ty Điện lực về phương án cấp điện |

Giao đồng chí Nguyễn Văn Khước, Phó Chủ tịch UBND tỉnh, trực tiếp chỉ đạo giải phóng mặt bằng dự án đường Vành đai 5.
= «đồng chí Nguyễn Văn Khước, Phó Chủ tịch UBND tỉnh» | - | | Trực tiếp chỉ đạo giải phóng mặt bằng dự án đường Vành đai 5 | lead

Giao Cục Thuế tỉnh chủ trì rà soát nợ đọng thuế của các doanh nghiệp bất động sản, báo cáo UBND tỉnh trước ngày 15/12/2026.
= «Cục Thuế tỉnh» | 2026-12-15 | | Rà soát nợ đọng thuế của các doanh nghiệp bất động sản, báo cáo UBND tỉnh | lead

Đề nghị Ngân hàng Nhà nước chi nhánh tỉnh Vĩnh Phúc tiếp tục triển khai gói tín dụng nhà ở xã hội.
= «Ngân hàng Nhà nước chi nhánh tỉnh Vĩnh Phúc» | - | | Tiếp tục triển khai gói tín dụng nhà ở xã hội | lead

Chủ tịch UBND tỉnh giao Sở Thông tin và Truyền thông hướng dẫn các địa phương triển khai chữ ký số, hoàn thành trong tháng 6.
= tttt | 2027-06-30 | | Hướng dẫn các địa phương triển khai chữ ký số |

Phó Chủ tịch UBND tỉnh Vũ Việt Văn yêu cầu Sở Giáo dục và Đào tạo báo cáo tình hình thiếu giáo viên trước ngày 28/11.
= gddt | 2026-11-28 | | Báo cáo tình hình thiếu giáo viên |

UBND tỉnh thống nhất chủ trương và giao Sở KHCN hoàn thiện đề án khu công nghệ cao, trình trong quý I.
= khcn | 2027-03-31 | | Hoàn thiện đề án khu công nghệ cao, trình |

Về công tác giải phóng mặt bằng: giao UBND huyện Vĩnh Tường hoàn thành kiểm đếm trước ngày 10/12/2026.
= vt | 2026-12-10 | | Hoàn thành kiểm đếm |

Giao Trung tâm Phục vụ hành chính công niêm yết thủ tục mới, hoàn thành trong 03 ngày làm việc.
= hcc | 2026-11-26 | | Niêm yết thủ tục mới |

Giao Phòng Tổng hợp (Văn phòng UBND tỉnh) dự thảo Thông báo kết luận trong ngày mai.
= pth | 2026-11-24 | | Dự thảo Thông báo kết luận |

Giao Uỷ ban nhân dân thị trấn Yên Lạc quản lý chặt chẽ đất bãi bồi ven sông.
= ttyl | - | | Quản lý chặt chẽ đất bãi bồi ven sông |

Phân công Sở Ngoại vụ đón tiếp đoàn công tác tỉnh Akita (Nhật Bản), báo cáo phương án trước ngày 02/12.
= ngv | 2026-12-02 | | Đón tiếp đoàn công tác tỉnh Akita (Nhật Bản), báo cáo phương án |

Giao cho Sở Tư pháp thẩm định dự thảo Quyết định trong thời hạn 07 ngày làm việc.
= tp | 2026-12-02 | | Thẩm định dự thảo Quyết định |

Giao Sở TP chủ trì hướng dẫn công tác hòa giải ở cơ sở.
= tp | - | | Hướng dẫn công tác hòa giải ở cơ sở |

Giao Sở Nội vụ làm cơ quan đầu mối tổng hợp kết quả chấm điểm cải cách hành chính, báo cáo UBND tỉnh trước ngày 31/12.
= nv | 2026-12-31 | | Tổng hợp kết quả chấm điểm cải cách hành chính, báo cáo UBND tỉnh |

Giao thành phố Vĩnh Yên và huyện Yên Lạc hoàn thành chỉnh trang tuyến đường Nguyễn Tất Thành trước 31/12.
= vy + yl | 2026-12-31 | | Hoàn thành chỉnh trang tuyến đường Nguyễn Tất Thành | lead

Giao Sở Tài chính, Sở Kế hoạch và Đầu tư theo chức năng, nhiệm vụ được giao thẩm định nguồn vốn trước ngày 30/11/2026.
= tc + khdt | 2026-11-30 | | Thẩm định nguồn vốn | lead

Giao Sở Xây dựng (Thanh tra Sở) kiểm tra phòng cháy tại các chung cư mini, báo cáo UBND tỉnh trước ngày 15/01/2027.
= xd | 2027-01-15 | | Kiểm tra phòng cháy tại các chung cư mini, báo cáo UBND tỉnh |

Giao đồng chí Chánh Văn phòng chủ trì họp với các đơn vị liên quan thống nhất lịch công tác tuần 49.
= vp | - | | Họp với các đơn vị liên quan thống nhất lịch công tác tuần 49 |

Nhất trí giao Sở Tư pháp nghiên cứu hợp đồng mẫu, hạn cuối 30/11.
= tp | 2026-11-30 | | Nghiên cứu hợp đồng mẫu |

Trước mắt, giao Công an huyện Yên Lạc phối hợp với UBND thị trấn Yên Lạc phân luồng từ xa trong tuần này.
= «Công an huyện Yên Lạc» + ttyl | 2026-11-27 | | Phân luồng từ xa | lead

Giao Sở KHĐT thống nhất số liệu giải ngân với STC trước 10h ngày 24/11.
= khdt | 2026-11-24 | | Thống nhất số liệu giải ngân với STC |
`;
