/** Recurring reports, deadlines bound to an event, and work without a deadline. */
export const standing = `
Giao Sở Kế hoạch và Đầu tư theo dõi giải ngân vốn đầu tư công, định kỳ hằng tháng trước ngày 25 báo cáo UBND tỉnh.
= khdt | 2026-11-25 | month 25 | Theo dõi giải ngân vốn đầu tư công, báo cáo UBND tỉnh |

Giao Sở Kế hoạch và Đầu tư theo dõi giải ngân vốn đầu tư công, báo cáo UBND tỉnh trước ngày 20 hằng tháng.
= khdt | 2026-12-20 | month 20 | Theo dõi giải ngân vốn đầu tư công, báo cáo UBND tỉnh |

Giao Sở Kế hoạch và Đầu tư theo dõi giải ngân vốn đầu tư công, báo cáo định kỳ vào ngày 05 hàng tháng.
= khdt | 2026-12-05 | month 5 | Theo dõi giải ngân vốn đầu tư công |

Giao Công an tỉnh tổng hợp tình hình tai nạn giao thông, định kỳ hằng tuần báo cáo UBND tỉnh vào thứ Sáu.
= ca | 2026-11-27 | week 5 | Tổng hợp tình hình tai nạn giao thông, báo cáo UBND tỉnh |

Giao Công an tỉnh báo cáo kết quả triển khai Đề án 06 vào thứ Năm hằng tuần.
= ca | 2026-11-26 | week 4 | Báo cáo kết quả triển khai Đề án 06 |

Giao Sở Nội vụ tổng hợp kết quả cải cách hành chính, báo cáo trước ngày 20 của tháng cuối quý.
= nv | 2026-12-20 | quarter 20 | Tổng hợp kết quả cải cách hành chính |

Giao Sở Nội vụ tổng hợp kết quả cải cách hành chính, định kỳ hằng quý báo cáo UBND tỉnh.
= nv | 2026-12-31 | quarter | Tổng hợp kết quả cải cách hành chính, báo cáo UBND tỉnh | dueDate

Giao Sở Tài chính công khai ngân sách, định kỳ hằng năm báo cáo HĐND tỉnh trước ngày 15/12.
= tc | 2026-12-15 | year 15 | Công khai ngân sách, báo cáo HĐND tỉnh |

Giao Sở Tài chính báo cáo UBND tỉnh tình hình nợ công mỗi tháng một lần.
= tc | 2026-11-30 | month | Báo cáo UBND tỉnh tình hình nợ công | dueDate

Định kỳ hằng tháng, Sở Xây dựng chủ trì tổng hợp tiến độ các dự án nhà ở xã hội, báo cáo UBND tỉnh trước ngày 22.
= xd | 2026-12-22 | month 22 | Tổng hợp tiến độ các dự án nhà ở xã hội, báo cáo UBND tỉnh |

Giao Sở Y tế báo cáo tình hình dịch bệnh hàng ngày trước 15 giờ.
= yt | - | | Báo cáo tình hình dịch bệnh hàng ngày trước 15 giờ | recurrence

Giao Sở Tài nguyên và Môi trường quan trắc nước sông Phan, 6 tháng một lần báo cáo UBND tỉnh.
= tnmt | - | | Quan trắc nước sông Phan, 6 tháng một lần báo cáo UBND tỉnh | recurrence

Giao Sở Nội vụ hoàn thiện đề án vị trí việc làm, báo cáo tại phiên họp tháng sau.
= nv | - | | Hoàn thiện đề án vị trí việc làm, báo cáo tại phiên họp tháng sau | dueDate

Giao Sở Kế hoạch và Đầu tư báo cáo kết quả thu hút đầu tư tại phiên họp UBND tỉnh thường kỳ tháng 12/2026.
= khdt | - | | Báo cáo kết quả thu hút đầu tư tại phiên họp UBND tỉnh thường kỳ tháng 12/2026 | dueDate

Giao Sở Tài chính chuẩn bị nội dung trình kỳ họp HĐND tỉnh cuối năm.
= tc | - | | Chuẩn bị nội dung trình kỳ họp HĐND tỉnh cuối năm | dueDate

Giao Sở Giao thông vận tải báo cáo phương án tại cuộc họp giao ban tuần sau.
= gtvt | - | | Báo cáo phương án tại cuộc họp giao ban tuần sau | dueDate

Giao Sở Công Thương chuẩn bị hàng hóa phục vụ nhân dân, hoàn thành trước Tết Nguyên đán.
= ct | - | | Chuẩn bị hàng hóa phục vụ nhân dân, hoàn thành trước Tết Nguyên đán | dueDate

Giao UBND huyện Lập Thạch nạo vét kênh mương xong trước mùa mưa.
= lt | - | | Nạo vét kênh mương xong trước mùa mưa | dueDate

Giao Thanh tra tỉnh thường xuyên kiểm tra, đôn đốc việc thực hiện kết luận thanh tra.
= tt | - | | Thường xuyên kiểm tra, đôn đốc việc thực hiện kết luận thanh tra |

Yêu cầu UBND các huyện, thành phố thường xuyên kiểm tra, xử lý vi phạm trật tự xây dựng trên địa bàn.
= [district] | - | | Thường xuyên kiểm tra, xử lý vi phạm trật tự xây dựng trên địa bàn | lead

Giao Sở Thông tin và Truyền thông thường xuyên theo dõi dư luận, báo cáo Chủ tịch UBND tỉnh trước ngày 15/12.
= tttt | 2026-12-15 | | Thường xuyên theo dõi dư luận, báo cáo Chủ tịch UBND tỉnh |

Giao Sở Văn hóa, Thể thao và Du lịch tiếp tục nâng cao chất lượng dịch vụ tại khu du lịch Tam Đảo.
= vhttdl | - | | Tiếp tục nâng cao chất lượng dịch vụ tại khu du lịch Tam Đảo |

Giao Bộ Chỉ huy quân sự tỉnh duy trì nghiêm chế độ trực sẵn sàng chiến đấu.
= qs | - | | Duy trì nghiêm chế độ trực sẵn sàng chiến đấu |

Giao Sở Nông nghiệp và Phát triển nông thôn kịp thời báo cáo UBND tỉnh khi có dịch tả lợn châu Phi.
= nnptnt | - | | Kịp thời báo cáo UBND tỉnh khi có dịch tả lợn châu Phi |
`;
