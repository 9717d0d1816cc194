/** The sentences of refusals, by reason. */
export const decisionsProblems = {
  vi: {
    'decisions.itemTaken': 'Mục này đã được đưa ra bàn nên không ghi ý kiến trước được nữa.',
    'decisions.notInBlock': 'Mục này không nằm trong danh sách thông qua cùng lúc.',
    'decisions.alreadyPulledOut': 'Mục này đã được tách ra để thảo luận.',
    'decisions.pulledByOther': 'Chỉ người đã tách mục này mới đưa lại được.',
    'decisions.opposed':
      'Mục {number} “{title}” không còn đủ điều kiện thông qua cùng lúc. Chưa mục nào được thông qua.',
  },
  en: {
    'decisions.itemTaken': 'The item has been taken up, so positions beforehand are over.',
    'decisions.notInBlock': 'The item is not among those to be adopted together.',
    'decisions.alreadyPulledOut': 'The item has been pulled out for discussion.',
    'decisions.pulledByOther': 'Only whoever pulled the item out can put it back.',
    'decisions.opposed': 'Item {number} “{title}” is no longer unopposed. Nothing was adopted.',
  },
} as const;
