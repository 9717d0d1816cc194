/** A department-level agency; `code` is the part of its document notation after the hyphen. */
type DepartmentFact = {
  code: string;
  name: string;
  shortName: string;
  since: string;
  head: string;
  deputy: string;
  office: string;
};

const department = (code: string, name: string, shortName: string, since: string): DepartmentFact => ({
  code,
  name,
  shortName,
  since,
  head: `Giám đốc ${name}`,
  deputy: `Phó Giám đốc ${name}`,
  office: `Chánh Văn phòng ${name}`,
});

/** The 21 departments, boards and forces of the province in protocol order. */
export const departments: readonly DepartmentFact[] = [
  department('CAT', 'Công an tỉnh', 'Công an tỉnh', '1997-01-01'),
  {
    code: 'BCH',
    name: 'Bộ Chỉ huy Quân sự tỉnh',
    shortName: 'Bộ CHQS tỉnh',
    since: '1997-01-01',
    head: 'Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh',
    deputy: 'Phó Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh',
    office: 'Chánh Văn phòng Bộ Chỉ huy Quân sự tỉnh',
  },
  department('SKHĐT', 'Sở Kế hoạch và Đầu tư', 'Sở KH&ĐT', '1997-01-01'),
  department('STC', 'Sở Tài chính', 'Sở Tài chính', '1997-01-01'),
  department('SNV', 'Sở Nội vụ', 'Sở Nội vụ', '2003-07-01'),
  department('STNMT', 'Sở Tài nguyên và Môi trường', 'Sở TN&MT', '2003-07-01'),
  department('SXD', 'Sở Xây dựng', 'Sở Xây dựng', '1997-01-01'),
  department('SGTVT', 'Sở Giao thông vận tải', 'Sở GTVT', '1997-01-01'),
  department('SNN&PTNT', 'Sở Nông nghiệp và Phát triển nông thôn', 'Sở NN&PTNT', '1997-01-01'),
  department('SCT', 'Sở Công Thương', 'Sở Công Thương', '2008-04-01'),
  department('STP', 'Sở Tư pháp', 'Sở Tư pháp', '1997-01-01'),
  department('SGDĐT', 'Sở Giáo dục và Đào tạo', 'Sở GD&ĐT', '1997-01-01'),
  department('SYT', 'Sở Y tế', 'Sở Y tế', '1997-01-01'),
  department('SLĐTBXH', 'Sở Lao động - Thương binh và Xã hội', 'Sở LĐTB&XH', '1997-01-01'),
  department('SVHTTDL', 'Sở Văn hóa, Thể thao và Du lịch', 'Sở VHTT&DL', '2008-04-01'),
  department('SKHCN', 'Sở Khoa học và Công nghệ', 'Sở KH&CN', '2003-07-01'),
  department('STTTT', 'Sở Thông tin và Truyền thông', 'Sở TT&TT', '2008-04-01'),
  department('SNgV', 'Sở Ngoại vụ', 'Sở Ngoại vụ', '2009-05-01'),
  {
    code: 'TTr',
    name: 'Thanh tra tỉnh',
    shortName: 'Thanh tra tỉnh',
    since: '1997-01-01',
    head: 'Chánh Thanh tra tỉnh',
    deputy: 'Phó Chánh Thanh tra tỉnh',
    office: 'Chánh Văn phòng Thanh tra tỉnh',
  },
  {
    code: 'BDT',
    name: 'Ban Dân tộc',
    shortName: 'Ban Dân tộc',
    since: '2004-10-01',
    head: 'Trưởng Ban Dân tộc',
    deputy: 'Phó Trưởng Ban Dân tộc',
    office: 'Chánh Văn phòng Ban Dân tộc',
  },
  {
    code: 'BQLKCN',
    name: 'Ban Quản lý các khu công nghiệp',
    shortName: 'BQL các KCN',
    since: '1998-09-01',
    head: 'Trưởng Ban Quản lý các khu công nghiệp',
    deputy: 'Phó Trưởng Ban Quản lý các khu công nghiệp',
    office: 'Chánh Văn phòng Ban Quản lý các khu công nghiệp',
  },
];

/** A sub-unit of the Office with the titles of its leaders and the number of officers that use the system. */
type SubUnitFact = {
  name: string;
  shortName: string;
  since: string;
  head: string;
  deputy: string;
  officer: string;
  officers: number;
};

const division = (name: string, officers: number, since = '1997-01-01'): SubUnitFact => ({
  name,
  shortName: name,
  since,
  head: `Trưởng ${name.replace('Phòng', 'phòng')}`,
  deputy: `Phó Trưởng ${name.replace('Phòng', 'phòng')}`,
  officer: `Chuyên viên ${name}`,
  officers,
});

const centre = (name: string, shortName: string, officers: number, since: string): SubUnitFact => ({
  name,
  shortName,
  since,
  head: `Giám đốc ${name}`,
  deputy: `Phó Giám đốc ${name}`,
  officer: `Chuyên viên ${name}`,
  officers,
});

/** The ten sub-units of the Office of the People's Committee. */
export const subUnits: readonly SubUnitFact[] = [
  division('Phòng Tổng hợp', 5),
  division('Phòng Kinh tế', 3),
  division('Phòng Khoa giáo - Văn xã', 2),
  division('Phòng Nội chính', 2),
  division('Phòng Kiểm soát thủ tục hành chính', 2, '2017-10-01'),
  division('Phòng Hành chính - Quản trị', 2),
  {
    name: 'Ban Tiếp công dân tỉnh',
    shortName: 'Ban Tiếp công dân',
    since: '2014-11-01',
    head: 'Trưởng Ban Tiếp công dân tỉnh',
    deputy: 'Phó Trưởng Ban Tiếp công dân tỉnh',
    officer: 'Chuyên viên Ban Tiếp công dân tỉnh',
    officers: 1,
  },
  centre('Trung tâm Tin học - Công báo', 'TT Tin học - Công báo', 3, '2003-01-01'),
  centre('Trung tâm Phục vụ hành chính công tỉnh', 'TT PVHCC', 2, '2016-12-01'),
  centre('Nhà khách UBND tỉnh', 'Nhà khách', 1, '1997-01-01'),
];
