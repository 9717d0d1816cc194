/** The sentences of refusals, by reason. */
export const organisationProblems = {
  vi: {
    'organisation.unitBelowItself': 'Đơn vị không thể trực thuộc chính nó hoặc đơn vị cấp dưới của nó.',
    'organisation.endsBeforeStart': 'Ngày hết hiệu lực phải từ ngày bắt đầu trở đi.',
    'organisation.unitOutlastsParent':
      'Đơn vị cấp trên hết hiệu lực trước ngày này. Chọn đơn vị cấp trên khác hoặc đặt lại ngày hết hiệu lực.',
    'organisation.unitHasUnits':
      'Còn {count} đơn vị trực thuộc có hiệu lực sau ngày này. Chuyển hoặc kết thúc các đơn vị đó trước.',
    'organisation.unitHasPosts':
      'Còn {count} chức vụ tại đơn vị có hiệu lực sau ngày này. Kết thúc các chức vụ đó trước.',
    'organisation.postOutlastsUnit':
      'Đơn vị hết hiệu lực trước ngày này. Chọn đơn vị khác hoặc đặt lại ngày thôi giữ chức vụ.',
    'organisation.unitEnded': 'Đơn vị không còn hoạt động: {units}. Chọn đơn vị khác.',
  },
  en: {
    'organisation.unitBelowItself': 'A unit cannot belong to itself or to a unit below it.',
    'organisation.endsBeforeStart': 'The end has to be on the first day or later.',
    'organisation.unitOutlastsParent':
      'The unit above ends before that day. Choose another one, or another day for the end.',
    'organisation.unitHasUnits':
      'Units below this one go on after that day: {count}. Move them or end them first.',
    'organisation.unitHasPosts': 'Posts in this unit go on after that day: {count}. End them first.',
    'organisation.postOutlastsUnit':
      'The unit ends before that day. Choose another unit, or another day for the end of the post.',
    'organisation.unitEnded': 'These units have ended: {units}. Choose others.',
  },
} satisfies Record<'vi' | 'en', Record<string, string>>;
