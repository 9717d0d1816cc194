import type { SentenceUnit } from '../parties/units.ts';

const departments: Record<string, string> = {
  nv: 'Sở Nội vụ',
  tp: 'Sở Tư pháp',
  khdt: 'Sở Kế hoạch và Đầu tư',
  tc: 'Sở Tài chính',
  ct: 'Sở Công Thương',
  nnptnt: 'Sở Nông nghiệp và Phát triển nông thôn',
  gtvt: 'Sở Giao thông vận tải',
  xd: 'Sở Xây dựng',
  tnmt: 'Sở Tài nguyên và Môi trường',
  tttt: 'Sở Thông tin và Truyền thông',
  ldtbxh: 'Sở Lao động - Thương binh và Xã hội',
  vhttdl: 'Sở Văn hóa, Thể thao và Du lịch',
  khcn: 'Sở Khoa học và Công nghệ',
  gddt: 'Sở Giáo dục và Đào tạo',
  yt: 'Sở Y tế',
  ngv: 'Sở Ngoại vụ',
  tt: 'Thanh tra tỉnh',
  bdt: 'Ban Dân tộc',
  kcn: 'Ban Quản lý các khu công nghiệp tỉnh',
  ca: 'Công an tỉnh',
  qs: 'Bộ Chỉ huy quân sự tỉnh',
};

const districts: Record<string, string> = {
  vy: 'thành phố Vĩnh Yên',
  py: 'thành phố Phúc Yên',
  bx: 'huyện Bình Xuyên',
  lt: 'huyện Lập Thạch',
  sl: 'huyện Sông Lô',
  td: 'huyện Tam Đảo',
  tdg: 'huyện Tam Dương',
  vt: 'huyện Vĩnh Tường',
  yl: 'huyện Yên Lạc',
};

// A town named like a district, and a commune named like a word of everyday use: both must not confuse the reader.
const communes: Record<string, string> = {
  dd: 'xã Đại Đồng',
  tq: 'xã Tam Quan',
  ts: 'phường Tích Sơn',
  ttyl: 'thị trấn Yên Lạc',
};

const subUnits: Record<string, string> = {
  pth: 'Phòng Tổng hợp',
  pkt: 'Phòng Kinh tế',
  hcc: 'Trung tâm Phục vụ hành chính công',
  btcd: 'Ban Tiếp công dân',
  ttth: 'Trung tâm Tin học - Công báo',
};

/** The units of the province in which the sentences of the test set are spoken. */
export const province: SentenceUnit[] = [
  {
    id: 'ubnd',
    name: 'Ủy ban nhân dân tỉnh Vĩnh Phúc',
    shortName: 'UBND tỉnh',
    type: 'peoplesCommittee',
  },
  { id: 'vp', name: 'Văn phòng Ủy ban nhân dân tỉnh', shortName: 'VP UBND tỉnh', type: 'committeeOffice' },
  ...Object.entries(departments).map(
    ([id, name]): SentenceUnit => ({ id, name, shortName: name, type: 'department' }),
  ),
  ...Object.entries(districts).map(
    ([id, place]): SentenceUnit => ({
      id,
      name: `Ủy ban nhân dân ${place}`,
      shortName: `UBND ${place}`,
      type: 'district',
    }),
  ),
  ...Object.entries(communes).map(
    ([id, place]): SentenceUnit => ({
      id,
      name: `Ủy ban nhân dân ${place}`,
      shortName: `UBND ${place}`,
      type: 'commune',
    }),
  ),
  ...Object.entries(subUnits).map(
    ([id, name]): SentenceUnit => ({ id, name, shortName: name, type: 'subUnit' }),
  ),
];
