// The words of Vietnamese conclusions, folded (no tones, no capitals), so that careless typing is understood too.
import { phrases, type Token } from './tokens.ts';

const listed = (text: string) => text.trim().split(/\s*\|\s*/);

/** What a unit is told to do: also where a name without a comma behind it ends. */
export const directiveVerb = phrases(
  listed(`
  an hanh | ap dung | ban giao | ban hanh | bao cao | bao dam | bao tri | bao ve | bien soan | bo cong |
  bo nhiem | bo sung | bo tri | boi duong | boi thuong | cam bien | cam ket | cam moc | can cu | can doi |
  canh bao | cap | cap nhat | cham lo | chan chinh | chap hanh | chi dao | chi dinh | chi tra | chinh sua |
  cho | chu dong | chuan bi | chuyen | chuyen doi | co bao cao | co giai phap | co ke hoach |
  co phuong an | co van ban | co y kien | cong bo | cong khai | cong nhan | cu | cung cap | cuong che |
  dam bao | dang ky | dang tai | danh gia | dao tao | dau thau | dau tu | day manh | day nhanh | de nghi |
  de xuat | di doi | dich chuyen | dieu chinh | dieu dong | dieu hanh | dieu tra | doi chieu | don dep |
  don doc | don tiep | dong cua | du thao | duy tri | duy tu | duyet | giai ngan | giai phong |
  giai quyet | giai toa | giai trinh | giam sat | gieo cay | gop y | gui | ho tro | hoan chinh | hoan tat |
  hoan thanh | hoan thien | hoan tra | hop | huong dan | ke khai | ket noi | khac phuc | khai thac | kham |
  khan truong | khanh thanh | khao sat | khen thuong | khoi cong | khop noi | kiem diem | kiem ke |
  kiem soat | kiem tra | kien toan | kip thoi | ky | ky ket | lam viec | lap | lap dat | lap lai |
  lay y kien | lua chon | luan chuyen | mo | moi | mua sam | nang cao | nang cap | nao vet | ngan chan |
  nghiem thu | nghiem tuc | nghien cuu | nhan rong | niem yet | no luc | phan bo | phan cong | phan dau |
  phan luong | phat dong | phat trien | phe duyet | pho bien | phoi hop | phong chong | phong ngua |
  phuc vu | quan ly | quan trac | quan triet | quang ba | quy hoach | quyet liet | quyet toan | ra quan |
  ra soat | rut kinh nghiem | sao luu | sap xep | sat hach | siet chat | so hoa | soan thao | sua chua |
  sua doi | tai dinh cu | tan dung | tang cuong | tap hop | tap huan | tap trung | tham dinh | tham gia |
  tham hoi | tham muu | tham quan | tham tra | thanh lap | thanh toan | thanh tra | thao do | thao go |
  theo doi | thi cong | thi diem | thi tuyen | thong bao | thong ke | thong nhat | thong tin | thong xe |
  thu gom | thu hoi | thuc day | thuc hien | thuong xuyen | thuyet minh | tich hop | tien hanh | tiep can |
  tinh gian | tinh gon |
  tiep nhan | tiep thu | tiep tuc | tiep xuc | tieu huy | tinh toan | to chuc | tong hop | tong ket |
  tong ra soat | tra loi | tranh thu | trao tang | trien khai | triet pha | trinh | trong cay | truc tiep |
  trung tu | truy thu | truyen thong | tu bo | tuan tra | tuyen dung | tuyen truyen | uu tien | van dong |
  van dung | van hanh | xac dinh | xac minh | xac nhan | xay dung | xem xet | xin y kien | xu ly |
  xu phat | xuc tien
`),
);

/** Words between the name of a unit and its task that say that it leads. */
export const leadMarker = phrases([
  'chu tri',
  'lam dau moi',
  'lam co quan dau moi',
  'lam co quan chu tri',
  'lam don vi chu tri',
  'la dau moi',
  'la co quan dau moi',
  'la co quan chu tri',
  'la don vi chu tri',
  'la don vi dau moi',
  'co trach nhiem',
  'phai',
  'can phai',
  'theo chuc nang nhiem vu',
  'theo chuc nang , nhiem vu',
  'theo chuc nang nhiem vu duoc giao',
  'theo chuc nang , nhiem vu duoc giao',
  'can cu chuc nang nhiem vu',
  'can cu chuc nang , nhiem vu',
  'can cu chuc nang , nhiem vu duoc giao',
  'theo nhiem vu duoc giao',
  'theo tham quyen',
]);

const together = ['phoi hop', 'phoi hop chat che', 'phoi ket hop', 'p / h', 'ph'];

/** Words that drop out before a verb ("chịu trách nhiệm kiểm tra") and carry meaning before anything else. */
export const dutyMarker = phrases(['chiu trach nhiem', 'chiu trach nhiem chinh', 'can']);

/** Words that make what a unit does a duty even where no deadline is named. */
export const urgingWord = phrases(
  listed('khan truong | tap trung | tiep tuc | chu dong | nghiem tuc | quyet liet | kip thoi | som'),
);

/** Words before the names of the units that help. */
export const coordinationMarker = phrases(
  together,
  together.flatMap(words => [`${words} voi`, `${words} cung`, `${words} cung voi`]),
  ['cung', 'cung voi', 'co quan phoi hop :', 'don vi phoi hop :', 'phoi hop :'],
);

/** As `coordinationMarker`, but safe in the middle of a task, where "cùng" means many things. */
export const innerCoordinationMarker = phrases(
  together.flatMap(words => [`${words} voi`, `${words} cung`, `${words} cung voi`]),
  ['co quan phoi hop :', 'don vi phoi hop :', 'phoi hop :'],
);

/** Verbs that give work to whoever is named next. */
export const assigningVerb = phrases([
  'giao',
  'giao cho',
  'giao trach nhiem cho',
  'giao nhiem vu cho',
  'phan cong',
  'co quan chu tri :',
  'don vi chu tri :',
  'chu tri :',
]);

/** Verbs that give work only where they are the main verb: inside a task they tell the unit what to ask of others. */
export const requestingVerb = phrases(['yeu cau', 'de nghi', 'chi dao']);

/** Labels of a task laid out as a form; they are no part of its content. */
export const contentLabel = phrases([
  'noi dung :',
  'nhiem vu :',
  'noi dung nhiem vu :',
  'noi dung cong viec :',
]);

const afterName = phrases(
  ['va', 'truoc', 'trong', 'cham nhat', 'muon nhat', 'dinh ky', 'hang', 'de', 'theo', 'tai', 've', 'ngay'],
  ['da', 'dang', 'se', 'khong', 'can', 'phai', 'som', 'chua', 'co'],
);

/** True where the name of a unit surely ends: at a mark, a verb, or a word that only stands between clauses. */
export function isNameEnd(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind === 'mark') return true;
  const enders = [directiveVerb, leadMarker, coordinationMarker, assigningVerb, requestingVerb, afterName];
  return enders.some(ender => ender(tokens, at) > at);
}
