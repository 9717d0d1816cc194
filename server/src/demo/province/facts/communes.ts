/** The nine districts of the province and their wards, towns and communes, as they stood in 2022: 136 in all. */
export const districts: readonly {
  name: string;
  shortName: string;
  since: string;
  wards?: string;
  towns?: string;
  communes: string;
}[] = [
  {
    name: 'UBND thành phố Vĩnh Yên',
    shortName: 'TP Vĩnh Yên',
    since: '1997-01-01',
    wards: 'Đống Đa, Đồng Tâm, Hội Hợp, Khai Quang, Liên Bảo, Ngô Quyền, Tích Sơn, Định Trung',
    communes: 'Thanh Trù',
  },
  {
    name: 'UBND thành phố Phúc Yên',
    shortName: 'TP Phúc Yên',
    since: '2003-12-09',
    wards: 'Đồng Xuân, Hùng Vương, Nam Viêm, Phúc Thắng, Tiền Châu, Trưng Nhị, Trưng Trắc, Xuân Hòa',
    communes: 'Cao Minh, Ngọc Thanh',
  },
  {
    name: 'UBND huyện Bình Xuyên',
    shortName: 'Huyện Bình Xuyên',
    since: '1998-06-09',
    towns: 'Hương Canh, Bá Hiến, Đạo Đức, Gia Khánh, Thanh Lãng',
    communes: 'Hương Sơn, Phú Xuân, Quất Lưu, Sơn Lôi, Tam Hợp, Tân Phong, Thiện Kế, Trung Mỹ',
  },
  {
    name: 'UBND huyện Lập Thạch',
    shortName: 'Huyện Lập Thạch',
    since: '1997-01-01',
    towns: 'Lập Thạch, Hoa Sơn',
    communes:
      'Bắc Bình, Bàn Giản, Đình Chu, Đồng Ích, Hợp Lý, Liên Hòa, Liễn Sơn, Ngọc Mỹ, Quang Sơn, ' +
      'Sơn Đông, Thái Hòa, Tiên Lữ, Triệu Đề, Tử Du, Văn Quán, Vân Trục, Xuân Hòa, Xuân Lôi',
  },
  {
    name: 'UBND huyện Sông Lô',
    shortName: 'Huyện Sông Lô',
    since: '2008-12-23',
    towns: 'Tam Sơn',
    communes:
      'Bạch Lưu, Cao Phong, Đôn Nhân, Đồng Quế, Đồng Thịnh, Đức Bác, Hải Lựu, Lãng Công, Nhạo Sơn, ' +
      'Nhân Đạo, Như Thụy, Phương Khoan, Quang Yên, Tân Lập, Tứ Yên, Yên Thạch',
  },
  {
    name: 'UBND huyện Tam Dương',
    shortName: 'Huyện Tam Dương',
    since: '1998-06-09',
    towns: 'Hợp Hòa',
    communes:
      'An Hòa, Đạo Tú, Đồng Tĩnh, Duy Phiên, Hoàng Đan, Hoàng Hoa, Hoàng Lâu, Hợp Thịnh, Hướng Đạo, ' +
      'Kim Long, Thanh Vân, Vân Hội',
  },
  {
    name: 'UBND huyện Tam Đảo',
    shortName: 'Huyện Tam Đảo',
    since: '2003-12-09',
    towns: 'Tam Đảo, Hợp Châu, Đại Đình',
    communes: 'Bồ Lý, Đạo Trù, Hồ Sơn, Minh Quang, Tam Quan, Yên Dương',
  },
  {
    name: 'UBND huyện Vĩnh Tường',
    shortName: 'Huyện Vĩnh Tường',
    since: '1997-01-01',
    towns: 'Vĩnh Tường, Thổ Tang, Tứ Trưng',
    communes:
      'An Tường, Bình Dương, Bồ Sao, Cao Đại, Chấn Hưng, Đại Đồng, Kim Xá, Lũng Hòa, Lý Nhân, ' +
      'Nghĩa Hưng, Ngũ Kiên, Phú Đa, Tam Phúc, Tân Phú, Tân Tiến, Thượng Trưng, Tuân Chính, Vân Xuân, ' +
      'Việt Xuân, Vĩnh Ninh, Vĩnh Sơn, Vĩnh Thịnh, Vũ Di, Yên Bình, Yên Lập',
  },
  {
    name: 'UBND huyện Yên Lạc',
    shortName: 'Huyện Yên Lạc',
    since: '1997-01-01',
    towns: 'Yên Lạc, Tam Hồng',
    communes:
      'Bình Định, Đại Tự, Đồng Cương, Đồng Văn, Hồng Châu, Hồng Phương, Liên Châu, Nguyệt Đức, Tề Lỗ, ' +
      'Trung Hà, Trung Kiên, Trung Nguyên, Văn Tiến, Yên Đồng, Yên Phương',
  },
];
