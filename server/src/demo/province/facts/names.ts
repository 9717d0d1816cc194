/** Family names of the northern midlands with their weight per thousand people. */
export const familyNames: readonly (readonly [string, number])[] = [
  ['Nguyễn', 350],
  ['Trần', 105],
  ['Lê', 88],
  ['Phạm', 66],
  ['Hoàng', 45],
  ['Vũ', 40],
  ['Đỗ', 32],
  ['Bùi', 30],
  ['Đặng', 24],
  ['Phan', 22],
  ['Phùng', 20],
  ['Dương', 18],
  ['Đào', 16],
  ['Kim', 14],
  ['Ngô', 14],
  ['Lưu', 12],
  ['Trương', 12],
  ['Hà', 12],
  ['Tạ', 10],
  ['Khổng', 10],
  ['Đinh', 9],
  ['Trịnh', 9],
  ['Triệu', 8],
  ['Lỗ', 6],
  ['Cao', 6],
  ['Chu', 6],
  ['Mai', 5],
  ['Lương', 5],
  ['Tô', 3],
  ['Quách', 3],
];

/** Middle and given names that go together; the first lists are male, the second female. */
export const maleMiddleNames: readonly (readonly [string, number])[] = [
  ['Văn', 30],
  ['Đức', 11],
  ['Xuân', 9],
  ['Quang', 8],
  ['Hữu', 7],
  ['Minh', 7],
  ['Ngọc', 6],
  ['Anh', 4],
  ['Công', 4],
  ['Duy', 4],
  ['Thành', 4],
  ['Mạnh', 4],
  ['Trung', 3],
  ['Hồng', 3],
  ['Khắc', 3],
  ['Đình', 5],
  ['Tiến', 4],
  ['Việt', 3],
  ['Bá', 3],
  ['Trọng', 3],
];

export const femaleMiddleNames: readonly (readonly [string, number])[] = [
  ['Thị', 30],
  ['Thị Thu', 8],
  ['Thị Thanh', 8],
  ['Thị Kim', 6],
  ['Thị Hồng', 7],
  ['Thị Minh', 6],
  ['Thị Bích', 4],
  ['Thị Ngọc', 5],
  ['Thu', 4],
  ['Thanh', 4],
  ['Minh', 3],
  ['Phương', 3],
  ['Hải', 2],
];

export const maleGivenNames =
  'Hùng Dũng Tuấn Cường Minh Sơn Hải Thắng Long Nam Trung Hưng Bình Đức Hòa Toàn Quân Thành Tùng Khánh Hiếu Phúc Lâm Vinh Thịnh Chiến Quyết Kiên Đông Giang Hà Tâm Lợi Hoàn Duy Việt Anh Huy Khoa Bảo Tân Thái Trường Tiến Phong Quý Đạt Chung Hiệp Thuận Ninh Nghĩa Mạnh Doanh Cương Luận Hậu Khiêm'.split(
    ' ',
  );

export const femaleGivenNames =
  'Hương Lan Hoa Hằng Hạnh Thủy Nga Mai Hà Loan Yến Huyền Trang Linh Phượng Thảo Dung Nhung Hiền Tuyết Vân Ngân Oanh Liên Hòa Tâm Nguyệt Xuân Quyên Hải Thúy Chi Anh Giang Thơm'.split(
    ' ',
  );
