/** Sentences of what may go wrong with text that was set aside. */
export const asideProblems = {
  vi: {
    'minutes.asideFull':
      'Phần ghi để riêng của đồng chí trong biên bản này đã quá nhiều. Chữ vẫn được giữ trên máy này; báo cho thư ký.',
    'minutes.partDecided': 'Phần ghi này vừa được người khác xử lý.',
    'minutes.closed': 'Biên bản đã khóa nên không chèn thêm được. Có thể sao chép phần ghi này.',
  },
  en: {
    'minutes.asideFull':
      'Too much of yours is set aside in these minutes. The text stays on this device; tell the secretary.',
    'minutes.partDecided': 'Somebody else has just dealt with this part.',
    'minutes.closed': 'The minutes are closed, nothing can be inserted. The text can be copied.',
  },
};
