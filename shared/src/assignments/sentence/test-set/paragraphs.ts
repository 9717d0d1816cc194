/** Several assignments in one passage, damaged text, other layouts, and passages that assign nothing. */
export const paragraphs = `
Giao Sở Tài chính bố trí kinh phí trước ngày 10/12; giao Sở Xây dựng lập dự toán trước ngày 05/12/2026; giao UBND huyện Yên Lạc bàn giao mặt bằng trong tháng 12.
= tc | 2026-12-10 | | Bố trí kinh phí |
= xd | 2026-12-05 | | Lập dự toán |
= yl | 2026-12-31 | | Bàn giao mặt bằng |

Giao Sở Tài chính chủ trì, phối hợp với Sở Nội vụ rà soát biên chế, hoàn thành trước ngày 20/12/2026. Yêu cầu Sở Y tế báo cáo tình hình tự chủ bệnh viện trong tuần sau.
= tc + nv | 2026-12-20 | | Rà soát biên chế |
= yt | 2026-12-04 | | Báo cáo tình hình tự chủ bệnh viện |

Giao Sở Tài chính bố trí kinh phí; Sở Xây dựng lập dự toán; UBND huyện Yên Lạc bàn giao mặt bằng, tất cả hoàn thành trước ngày 31/12/2026.
= tc | - | | Bố trí kinh phí |
= xd | - | | Lập dự toán |
= yl | 2026-12-31 | | Bàn giao mặt bằng |

Giao Sở Giao thông vận tải: rà soát các điểm đen tai nạn; lắp đặt biển báo bổ sung; báo cáo UBND tỉnh trước ngày 15/12/2026.
= gtvt | 2026-12-15 | | Rà soát các điểm đen tai nạn; lắp đặt biển báo bổ sung; báo cáo UBND tỉnh |

1. Giao Sở Công Thương rà soát các cụm công nghiệp, báo cáo trước ngày 10/12/2026.
2. Giao Sở Kế hoạch và Đầu tư tham mưu cơ chế thu hút đầu tư trong quý I/2027.
= ct | 2026-12-10 | | Rà soát các cụm công nghiệp |
= khdt | 2027-03-31 | | Tham mưu cơ chế thu hút đầu tư |

Chủ tịch UBND tỉnh kết luận như sau:
- Thống nhất nội dung báo cáo của Sở Tài chính.
- Giao Sở Tài chính tiếp thu ý kiến các thành viên, hoàn thiện báo cáo, trình Thường trực Tỉnh ủy trước ngày 28/11/2026.
- Đề nghị Công an tỉnh bảo đảm an ninh các ngày lễ.
Văn phòng UBND tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện./.
= tc | 2026-11-28 | | Tiếp thu ý kiến các thành viên, hoàn thiện báo cáo, trình Thường trực Tỉnh ủy |
= ca | - | | Bảo đảm an ninh các ngày lễ |

Đồng ý chủ trương lập dự án cải tạo trụ sở. Giao Ban Quản lý các khu công nghiệp tỉnh làm chủ đầu tư, hoàn thiện hồ sơ trong tháng 01/2027, Sở Xây dựng thẩm định trong tháng 02/2027.
= kcn | 2027-01-31 | | Làm chủ đầu tư, hoàn thiện hồ sơ |
= xd | 2027-02-28 | | Thẩm định |

Giao Sở Nội vụ xây dựng kế hoạch kiểm tra công vụ trong quý I và giao Thanh tra tỉnh thanh tra đột xuất 03 đơn vị trước ngày 30/6/2027.
= nv | 2027-03-31 | | Xây dựng kế hoạch kiểm tra công vụ |
= tt | 2027-06-30 | | Thanh tra đột xuất 03 đơn vị |

Sở Tài nguyên và Môi trường: Hoàn thành quan trắc không khí tại khu công nghiệp Khai Quang trước ngày 05/12.
= tnmt | 2026-12-05 | | Hoàn thành quan trắc không khí tại khu công nghiệp Khai Quang |

- Sở Tài nguyên và Môi trường: hoàn thành quan trắc trước ngày 05/12;
- Sở Y tế: kiểm tra bếp ăn công nghiệp trong tháng 12;
- UBND huyện Bình Xuyên: di dời 12 hộ dân trong vùng sạt lở.
= tnmt | 2026-12-05 | | Hoàn thành quan trắc |
= yt | 2026-12-31 | | Kiểm tra bếp ăn công nghiệp |
= bx | - | | Di dời 12 hộ dân trong vùng sạt lở |

Cơ quan chủ trì: Sở Tài chính; cơ quan phối hợp: Sở Nội vụ, Sở Tư pháp; nội dung: sửa đổi quy chế chi tiêu nội bộ; thời hạn: 20/12/2026.
= tc + nv, tp | 2026-12-20 | | Sửa đổi quy chế chi tiêu nội bộ |

Việc lắp đặt điện chiếu sáng đường Hùng Vương giao UBND thành phố Vĩnh Yên thực hiện trong tháng 12/2026.
= vy | 2026-12-31 | | Lắp đặt điện chiếu sáng đường Hùng Vương | content

Giao Sở Tài chính tham mưu UBND tỉnh giao dự toán năm 2027 cho các đơn vị trước ngày 10/12/2026.
= tc | 2026-12-10 | | Tham mưu UBND tỉnh giao dự toán năm 2027 cho các đơn vị |

Giao Sở Xây dựng đề nghị Bộ Xây dựng cho ý kiến về hệ số K, báo cáo UBND tỉnh trước ngày 15/12.
= xd | 2026-12-15 | | Đề nghị Bộ Xây dựng cho ý kiến về hệ số K, báo cáo UBND tỉnh |

Giao Văn phòng UBND tỉnh đôn đốc Sở Tài chính hoàn thành nhiệm vụ đã giao, báo cáo trước ngày 12/12.
= vp | 2026-12-12 | | Đôn đốc Sở Tài chính hoàn thành nhiệm vụ đã giao |

Các nhiệm vụ khác thực hiện theo Thông báo số 30/TB-UBND ngày 10/10/2026. Giao các sở, ngành liên quan khẩn trương triển khai.
= «các sở, ngành liên quan» | - | | Khẩn trương triển khai | lead

Sở Tài chính báo cáo tóm tắt Tờ trình về phân bổ dự toán ngân sách năm 2027.
= none

Sau khi nghe Sở Xây dựng báo cáo, ý kiến của các đại biểu dự họp, Chủ tịch UBND tỉnh kết luận như sau:
= none

Cuộc họp giao ban tuần bắt đầu lúc 8 giờ 00, ngày 23/11/2026 tại phòng họp số 1.
= none

Nhiệm vụ đã giao Sở Tài chính tại Thông báo số 12/TB-UBND đến nay chưa hoàn thành.
= none

Công tác bàn giao Sở Xây dựng cũ cho Trung tâm lưu trữ đã xong.
= none

Theo đề nghị của Sở Tư pháp tại Tờ trình số 45/TTr-STP ngày 15/11/2026, UBND tỉnh thống nhất thông qua dự thảo.
= none

Đồng chí Giám đốc Sở Y tế phát biểu: bệnh viện đang thiếu thuốc, đề nghị UBND tỉnh bổ sung kinh phí.
= none

Giao thông trên địa bàn thành phố Vĩnh Yên cơ bản thông suốt.
= none

Có mặt: 25/27 thành viên UBND tỉnh. Vắng: 02.
= none

Giao đất cho Công ty TNHH Hoàng Long tại xã Tam Quan theo đề nghị của Sở Tài nguyên và Môi trường.
= none

nfd Giao Sở Kế hoạch và Đầu tư chủ trì, phối hợp với Sở Tài chính tổng hợp kế hoạch vốn, hoàn thành trước ngày 15/12/2026.
= khdt + tc | 2026-12-15 | | Tổng hợp kế hoạch vốn |

Giao Sở Nội vụ tham mƣu kiện toàn Ban Chỉ đaọ, thưc̣ hiêṇ trƣớc ngày 30/11/2026.
= nv | 2026-11-30 | | Tham mưu kiện toàn Ban Chỉ đạo |

Giao Sở Văn hoá, Thể thao và Du lịch chủ trì, phối hợp UBND huyện Tam Ðảo kiểm tra khu di tích Tây Thiên, hòan thành truớc ngày 15/01/2027.
= vhttdl + td | 2027-01-15 | | Kiểm tra khu di tích Tây Thiên |

Giao Sở Tài chính chủ trì phối hợp với Sở Kế hoạch và Đầu tư tham mưu bố trí 25 tỷ đồng từ nguồn tăng thu năm 2026 cho dự án đường ĐT.305, trình UBND tỉnh trước ngày 08/12/2026.
= tc + khdt | 2026-12-08 | | Tham mưu bố trí 25 tỷ đồng từ nguồn tăng thu năm 2026 cho dự án đường ĐT.305, trình UBND tỉnh |

Giao Sở Tài chính chủ trì, phối hợp
với Sở Nội vụ rà soát
biên chế, báo cáo UBND tỉnh trước ngày 20/12/2026.
= tc + nv | 2026-12-20 | | Rà soát biên chế, báo cáo UBND tỉnh |

Giao UBND huyện Tam Dương chủ trì, phối hợp với Sở Xây dựng, TP. Vĩnh Yên khớp nối hạ tầng. Thời gian hoàn thành trong quý II/2027.
= tdg + xd, vy | 2027-06-30 | | Khớp nối hạ tầng |
`;
