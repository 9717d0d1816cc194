import { defineMessages } from '../platform/i18n/i18n.svelte.ts';

/** Words of showing a paper to the room, and of following. */
export const presentationWords = defineMessages({
  vi: {
    bar: 'Trình chiếu',
    start: 'Trình chiếu tài liệu này',
    takeOver: (name: string) => `${name} đang trình chiếu. Trình chiếu thay`,
    presenting: 'Cả phòng đang xem trang của đồng chí',
    point: 'Con trỏ',
    stop: 'Dừng trình chiếu',
    following: (name: string, page: number) => `Đang theo trang ${page} của ${name}`,
    waiting: (name: string) => `${name} đang trình chiếu`,
    leave: 'Tự xem',
    elsewhere: (name: string, page: number) => `${name} đang ở trang ${page}`,
    follow: 'Về trang trình chiếu',
  },
  en: {
    bar: 'Presentation',
    start: 'Present this paper',
    takeOver: (name: string) => `${name} is presenting. Present instead`,
    presenting: 'The whole room sees your page',
    point: 'Pointer',
    stop: 'Stop presenting',
    following: (name: string, page: number) => `Following ${name} on page ${page}`,
    waiting: (name: string) => `${name} is presenting`,
    leave: 'Read on my own',
    elsewhere: (name: string, page: number) => `${name} is on page ${page}`,
    follow: 'Back to the presenter',
  },
});
