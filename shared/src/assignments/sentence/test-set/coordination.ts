/** Who helps: lists, elliptic lists, names with "và" inside, whole kinds of units, vague and unknown names. */
export const coordination = `
Giao Sở Kế hoạch và Đầu tư chủ trì, phối hợp với Sở Tài chính và Sở Xây dựng thẩm định báo cáo đề xuất chủ trương đầu tư, trình UBND tỉnh trước ngày 15/12/2026.
= khdt + tc, xd | 2026-12-15 | | Thẩm định báo cáo đề xuất chủ trương đầu tư, trình UBND tỉnh |

Giao Sở Nông nghiệp và Phát triển nông thôn chủ trì, phối hợp với Sở Tài nguyên và Môi trường, Sở Khoa học và Công nghệ, UBND huyện Tam Đảo xây dựng đề án phát triển dược liệu.
= nnptnt + tnmt, khcn, td | - | | Xây dựng đề án phát triển dược liệu |

Giao Sở Xây dựng chủ trì, phối hợp với các sở, ban, ngành, UBND các huyện, thành phố rà soát quỹ đất nhà ở xã hội, báo cáo trước ngày 20/12/2026.
= xd + [department], [district] | 2026-12-20 | | Rà soát quỹ đất nhà ở xã hội |

Giao Sở Nội vụ chủ trì, phối hợp với các đơn vị liên quan tham mưu tổ chức Hội nghị tổng kết năm 2026 trước ngày 31/12/2026.
= nv + «các đơn vị liên quan» | 2026-12-31 | | Tham mưu tổ chức Hội nghị tổng kết năm 2026 |

Giao Sở Giao thông vận tải chủ trì, phối hợp với Công an tỉnh, UBND thành phố Vĩnh Yên và các cơ quan, đơn vị có liên quan điều chỉnh phân luồng giao thông nút Quán Tiên, hoàn thành trong 15 ngày.
= gtvt + ca, vy, «các cơ quan, đơn vị có liên quan» | 2026-12-08 | | Điều chỉnh phân luồng giao thông nút Quán Tiên |

Giao Sở Tài chính chủ trì, phối hợp với các Sở: Kế hoạch và Đầu tư, Xây dựng, Giao thông vận tải tham mưu phân bổ vốn đợt 2, báo cáo UBND tỉnh trước ngày 05/12.
= tc + khdt, xd, gtvt | 2026-12-05 | | Tham mưu phân bổ vốn đợt 2, báo cáo UBND tỉnh |

Giao Sở Tài chính chủ trì, phối hợp với các sở Kế hoạch và Đầu tư, Tư pháp, Nội vụ hoàn thiện dự thảo nghị quyết.
= tc + khdt, tp, nv | - | | Hoàn thiện dự thảo nghị quyết |

Giao Sở Tài nguyên và Môi trường chủ trì, phối hợp UBND các huyện Yên Lạc, Vĩnh Tường và Bình Xuyên kiểm tra các bãi tập kết cát sỏi, xử lý dứt điểm trước ngày 31/12.
= tnmt + yl, vt, bx | 2026-12-31 | | Kiểm tra các bãi tập kết cát sỏi, xử lý dứt điểm |

Giao Sở Y tế chủ trì, phối hợp với UBND các huyện, thành phố: Lập Thạch, Sông Lô, Phúc Yên tổ chức tiêm chủng bổ sung, hoàn thành trong tháng 12.
= yt + lt, sl, py | 2026-12-31 | | Tổ chức tiêm chủng bổ sung |

Giao Sở Công Thương chủ trì, Sở Tài chính phối hợp kiểm tra bình ổn giá dịp Tết, báo cáo trước ngày 20/01/2027.
= ct + tc | 2027-01-20 | | Kiểm tra bình ổn giá dịp Tết |

Giao Công an tỉnh chủ trì cùng Sở Thông tin và Truyền thông, Văn phòng UBND tỉnh triển khai Đề án 06, hoàn thành chỉ tiêu trước ngày 15/12.
= ca + tttt, vp | 2026-12-15 | | Triển khai Đề án 06, hoàn thành chỉ tiêu |

Sở Giáo dục và Đào tạo chủ trì, phối hợp chặt chẽ với Sở Nội vụ, UBND các huyện, thành phố tham mưu tuyển dụng giáo viên năm học 2026 - 2027, báo cáo UBND tỉnh trong tháng 12/2026.
= gddt + nv, [district] | 2026-12-31 | | Tham mưu tuyển dụng giáo viên năm học 2026 - 2027, báo cáo UBND tỉnh |

Yêu cầu UBND huyện Sông Lô chủ trì, phối hợp với Cục Thuế tỉnh, Kho bạc Nhà nước tỉnh đối chiếu số thu tiền sử dụng đất trước ngày 10/12.
= sl + «Cục Thuế tỉnh», «Kho bạc Nhà nước tỉnh» | 2026-12-10 | | Đối chiếu số thu tiền sử dụng đất | coordinators

Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính, Công ty Điện lực Vĩnh Phúc và UBND huyện Tam Dương khảo sát hạ tầng khu dân cư Hợp Hòa, báo cáo trong tuần tới.
= xd + tc, tdg, «Công ty Điện lực Vĩnh Phúc» | 2026-12-04 | | Khảo sát hạ tầng khu dân cư Hợp Hòa | coordinators

Giao Sở KH&ĐT chủ trì, p/h với Sở TC, Sở XD, Sở GTVT tham mưu điều chỉnh kế hoạch vốn, xong trước 10/12.
= khdt + tc, xd, gtvt | 2026-12-10 | | Tham mưu điều chỉnh kế hoạch vốn |

Giao Sở KH và ĐT chủ trì, phối hợp Sở TNMT, Sở NN và PTNT rà soát các dự án chồng lấn quy hoạch.
= khdt + tnmt, nnptnt | - | | Rà soát các dự án chồng lấn quy hoạch |

Giao Văn phòng UBND tỉnh phối hợp với Sở Thông tin và Truyền thông nâng cấp phòng họp không giấy tờ, hoàn thành trước ngày 31/12/2026.
= vp + tttt | 2026-12-31 | | Nâng cấp phòng họp không giấy tờ |

Giao Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Đài Phát thanh và Truyền hình tỉnh, Báo Vĩnh Phúc tuyên truyền Năm Du lịch quốc gia.
= vhttdl + «Đài Phát thanh và Truyền hình tỉnh», «Báo Vĩnh Phúc» | - | | Tuyên truyền Năm Du lịch quốc gia | coordinators

Giao Thanh tra tỉnh chủ trì, phối hợp với Sở Nội vụ, Ban Tiếp công dân và UBND huyện Lập Thạch giải quyết dứt điểm đơn khiếu nại của ông Nguyễn Văn Bốn, báo cáo Chủ tịch UBND tỉnh trước ngày 12/12/2026.
= tt + nv, btcd, lt | 2026-12-12 | | Giải quyết dứt điểm đơn khiếu nại của ông Nguyễn Văn Bốn, báo cáo Chủ tịch UBND tỉnh |

Giao Sở Nội vụ chủ trì, phối hợp với UBND cấp huyện, UBND cấp xã rà soát cán bộ không chuyên trách, tổng hợp trước ngày 20/12.
= nv + [district], [commune] | 2026-12-20 | | Rà soát cán bộ không chuyên trách, tổng hợp |

Giao Sở Tư pháp chủ trì, phối hợp với các sở, ngành liên quan, UBND huyện Bình Xuyên hoàn thiện hồ sơ, trình UBND tỉnh trong tháng 01/2027.
= tp + bx, «các sở, ngành liên quan» | 2027-01-31 | | Hoàn thiện hồ sơ, trình UBND tỉnh |

Giao các sở, ban, ngành, UBND các huyện, thành phố xây dựng kế hoạch tiết kiệm chi thường xuyên, gửi Sở Tài chính trước ngày 15/12/2026 để tổng hợp.
= [department], [district] | 2026-12-15 | | Xây dựng kế hoạch tiết kiệm chi thường xuyên, gửi Sở Tài chính để tổng hợp | lead

Yêu cầu thủ trưởng các sở, ban, ngành và Chủ tịch UBND các huyện, thành phố chấn chỉnh kỷ luật, kỷ cương hành chính.
= [department], [district] | - | | Chấn chỉnh kỷ luật, kỷ cương hành chính | lead

Đề nghị UBND các xã, phường, thị trấn rà soát hộ kinh doanh chưa đăng ký, báo cáo trước ngày 30/11.
= [commune] | 2026-11-30 | | Rà soát hộ kinh doanh chưa đăng ký | lead

Giao UBND các huyện, thành phố chủ trì, phối hợp với Sở Y tế kiểm tra an toàn thực phẩm dịp Tết.
= [district] + yt | - | | Kiểm tra an toàn thực phẩm dịp Tết | lead

Giao UBND huyện Vĩnh Tường chủ trì, phối hợp Sở Tài chính, Sở Tài nguyên và Môi trường, chủ đầu tư thống nhất phương án bồi thường, báo cáo UBND tỉnh trước ngày 18/12.
= vt + tc, tnmt, «chủ đầu tư» | 2026-12-18 | | Thống nhất phương án bồi thường, báo cáo UBND tỉnh | coordinators

Giao Sở Xây dựng xây dựng bảng đơn giá nhà ở năm 2027 và phối hợp với Sở Tài chính thẩm định, hoàn thành trước ngày 25/12.
= xd + tc | 2026-12-25 | | Xây dựng bảng đơn giá nhà ở năm 2027 và phối hợp với Sở Tài chính thẩm định |

Giao Sở Tài chính (chủ trì), Sở Kế hoạch và Đầu tư, Sở Nội vụ (phối hợp) rà soát biên chế khối sự nghiệp trước ngày 30/12/2026.
= tc + khdt, nv | 2026-12-30 | | Rà soát biên chế khối sự nghiệp |

Giao Ban Dân tộc chủ trì, phối hợp với Ủy ban MTTQ Việt Nam tỉnh thăm hỏi già làng, trưởng bản, người có uy tín trước ngày 25/01/2027.
= bdt + «Ủy ban MTTQ Việt Nam tỉnh» | 2027-01-25 | | Thăm hỏi già làng, trưởng bản, người có uy tín | coordinators

Giao Sở Khoa học và Công nghệ chủ trì, phối hợp với Sở Công Thương, Liên minh Hợp tác xã tỉnh hỗ trợ đăng ký nhãn hiệu sản phẩm OCOP trong năm 2027.
= khcn + ct, «Liên minh Hợp tác xã tỉnh» | 2027-12-31 | | Hỗ trợ đăng ký nhãn hiệu sản phẩm OCOP | coordinators

Giao Trung tâm Tin học - Công báo chủ trì, phối hợp với Phòng Kinh tế cập nhật dữ liệu điều hành, hoàn thành trong 02 tuần.
= ttth + pkt | 2026-12-07 | | Cập nhật dữ liệu điều hành |

Giao Sở Ngoại vụ chủ trì, phối hợp với Sở KH&ĐT, BQL các KCN tỉnh chuẩn bị chương trình xúc tiến đầu tư tại Hàn Quốc, trình trước ngày 15/01/2027.
= ngv + khdt, kcn | 2027-01-15 | | Chuẩn bị chương trình xúc tiến đầu tư tại Hàn Quốc, trình |

Giao Sở Tài nguyên và Môi trường chủ trì, phối hợp với Sở Tài nguyên và Môi trường tỉnh Phú Thọ, UBND huyện Lập Thạch xác định mốc giới hành chính.
= tnmt + lt, «Sở Tài nguyên và Môi trường tỉnh Phú Thọ» | - | | Xác định mốc giới hành chính | coordinators

Giao Sở GD&ĐT chủ trì, phối hợp với Sở Y tế và UBND thành phố Vĩnh Yên, UBND thành phố Phúc Yên, UBND huyện Yên Lạc tổ chức khám sức khỏe học đường, hoàn thành trong học kỳ II.
= gddt + yt, vy, py, yl | - | | Tổ chức khám sức khỏe học đường, hoàn thành trong học kỳ II | dueDate

Sở Y tế chủ trì phối hợp Công an tỉnh, Sở Công Thương kiểm tra cơ sở sản xuất rượu; báo cáo trước ngày 10/12.
= yt + ca, ct | 2026-12-10 | | Kiểm tra cơ sở sản xuất rượu |

Giao Sở Nội vụ chủ trì, phối hợp với UBND các huyện, thành phố tổ chức hội nghị hướng dẫn sắp xếp đơn vị hành chính, hoàn thành trước ngày 15/12/2026.
= nv + [district] | 2026-12-15 | | Tổ chức hội nghị hướng dẫn sắp xếp đơn vị hành chính |

Giao Sở Tư pháp phối hợp với UBND các xã, phường, thị trấn tổ chức hội thi hòa giải viên giỏi trong tháng 12.
= tp + [commune] | 2026-12-31 | | Tổ chức hội thi hòa giải viên giỏi |

Giao Sở Công Thương chủ trì, phối hợp với các sở ban ngành, tổ chức hội chợ xuân, hoàn thành trước ngày 20/01/2027.
= ct + [department] | 2027-01-20 | | Tổ chức hội chợ xuân |

Giao Văn phòng UBND tỉnh phối hợp với các cơ quan, đơn vị tổ chức họp báo quý IV, xong trước ngày 28/12.
= vp + «các cơ quan, đơn vị» | 2026-12-28 | | Tổ chức họp báo quý IV |

Giao Sở Nông nghiệp và Phát triển nông thôn chủ trì, phối hợp với UBND các huyện, thành phố phòng, chống cháy rừng mùa hanh khô.
= nnptnt + [district] | - | | Phòng, chống cháy rừng mùa hanh khô |

Giao Sở Tài nguyên và Môi trường phối hợp với UBND các huyện, thành phố cấp giấy chứng nhận quyền sử dụng đất cho 320 hộ tái định cư trước ngày 25/12.
= tnmt + [district] | 2026-12-25 | | Cấp giấy chứng nhận quyền sử dụng đất cho 320 hộ tái định cư |

Giao Sở Y tế chủ trì, phối hợp với các sở, ngành ban hành quy chế phối hợp về an toàn thực phẩm trước ngày 10/12.
= yt + [department] | 2026-12-10 | | Ban hành quy chế phối hợp về an toàn thực phẩm |

Yêu cầu UBND các huyện, thành phố bàn giao mặt bằng đường dây 500 kV trước ngày 30/11.
= [district] | 2026-11-30 | | Bàn giao mặt bằng đường dây 500 kV | lead

Giao UBND các huyện, thành phố tổ chức hội nghị đối thoại với doanh nghiệp trong tháng 12/2026.
= [district] | 2026-12-31 | | Tổ chức hội nghị đối thoại với doanh nghiệp | lead

Giao Sở Ngoại vụ phối hợp với các cơ quan tổ chức liên quan đón tiếp đoàn đại biểu nước ngoài.
= ngv + «các cơ quan tổ chức liên quan» | - | | Đón tiếp đoàn đại biểu nước ngoài |

Giao Ban Dân tộc phối hợp với các cơ quan, tổ chức, đoàn thể vận động đồng bào hiến đất làm đường.
= bdt + «các cơ quan, tổ chức, đoàn thể» | - | | Vận động đồng bào hiến đất làm đường |

Giao Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành xây dựng kế hoạch tinh giản biên chế, trình UBND tỉnh trước ngày 20/12/2026.
= nv + [department] | 2026-12-20 | | Xây dựng kế hoạch tinh giản biên chế, trình UBND tỉnh |

Giao Sở Tài chính phối hợp với các sở xây dựng định mức chi sự nghiệp, báo cáo trước ngày 10/12.
= tc + [department] | 2026-12-10 | | Xây dựng định mức chi sự nghiệp |

Giao Sở Khoa học và Công nghệ chủ trì, phối hợp với Sở Tài chính và các sở, ngành của tỉnh xây dựng bộ chỉ số đổi mới sáng tạo.
= khcn + tc, [department] | - | | Xây dựng bộ chỉ số đổi mới sáng tạo |

Giao Công an tỉnh phối hợp chặt chẽ với các sở, ban, ngành, địa phương xây dựng thế trận an ninh nhân dân trong năm 2027.
= ca + [department], [district] | 2027-12-31 | | Xây dựng thế trận an ninh nhân dân |

Giao Trung tâm Phục vụ hành chính công phối hợp với các sở, ban, ngành số hóa hồ sơ, hoàn thành trước ngày 31/12/2026.
= hcc + [department] | 2026-12-31 | | Số hóa hồ sơ |

Giao các sở, ban, ngành xây dựng dự toán năm 2027, gửi Sở Tài chính trước ngày 05/12.
= [department] | 2026-12-05 | | Xây dựng dự toán năm 2027, gửi Sở Tài chính | lead

Giao Sở Tư pháp chủ trì, phối hợp với các sở, ngành Xây dựng, Tài chính xây dựng quy định đấu giá tài sản.
= tp + xd, tc | - | | Xây dựng quy định đấu giá tài sản |

Giao Sở Xây dựng phối hợp với UBND các huyện, thành phố khắc phục hư hỏng hè phố trước ngày 20/12.
= xd + [district] | 2026-12-20 | | Khắc phục hư hỏng hè phố |

Giao Sở Nội vụ phối hợp với các sở, ngành tinh giản biên chế khối sự nghiệp.
= nv + [department] | - | | Tinh giản biên chế khối sự nghiệp |

Giao Sở Y tế phối hợp với UBND các huyện, thành phố, tổ chức thực hiện chiến dịch tiêm chủng.
= yt + [district] | - | | Tổ chức thực hiện chiến dịch tiêm chủng |
`;
