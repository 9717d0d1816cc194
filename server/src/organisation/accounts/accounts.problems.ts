/** The sentences of refusals, by reason. */
export const accountsProblems = {
  vi: {
    'accounts.usernameTaken': 'Tên đăng nhập này đã có người dùng. Chọn tên khác.',
    'accounts.personHasAccount': 'Người này đã có tài khoản. Sửa tài khoản đang có.',
    'accounts.unknownPerson': 'Không tìm thấy người này trong danh bạ. Chọn lại.',
    'accounts.lastAdministrator':
      'Phải còn ít nhất một người quản trị. Giao quyền quản trị cho người khác trước.',
    'accounts.ownAccount': 'Không tự khóa được tài khoản của mình. Nhờ người quản trị khác.',
  },
  en: {
    'accounts.usernameTaken': 'This user name is in use. Choose another.',
    'accounts.personHasAccount': 'This person already has an account. Change that one.',
    'accounts.unknownPerson': 'This person is not in the directory. Choose again.',
    'accounts.lastAdministrator':
      'At least one administrator has to stay. Give somebody else that role first.',
    'accounts.ownAccount': 'You cannot disable your own account. Ask another administrator.',
  },
} satisfies Record<'vi' | 'en', Record<string, string>>;
