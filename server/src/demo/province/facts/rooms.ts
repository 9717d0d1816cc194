/** The meeting rooms that the Office assigns, with the number of seats and what they hold. */
export const roomFacts: readonly { name: string; location: string; capacity: number; equipment: string[] }[] =
  [
    {
      name: 'Phòng họp số 1',
      location: 'Tầng 2, nhà A, trụ sở UBND tỉnh',
      capacity: 60,
      equipment: [
        'Màn hình 98 inch',
        'Micrô đại biểu',
        'Camera theo dõi người phát biểu',
        'Máy tính bảng tại chỗ',
      ],
    },
    {
      name: 'Phòng họp số 2',
      location: 'Tầng 2, nhà A, trụ sở UBND tỉnh',
      capacity: 30,
      equipment: ['Màn hình 85 inch', 'Micrô đại biểu', 'Máy tính bảng tại chỗ'],
    },
    {
      name: 'Phòng họp số 3',
      location: 'Tầng 3, nhà A, trụ sở UBND tỉnh',
      capacity: 20,
      equipment: ['Màn hình 75 inch', 'Micrô không dây'],
    },
    {
      name: 'Phòng họp trực tuyến',
      location: 'Tầng 4, nhà B, trụ sở UBND tỉnh',
      capacity: 80,
      equipment: [
        'Hệ thống hội nghị truyền hình',
        'Hai màn hình 98 inch',
        'Micrô đại biểu',
        'Đường truyền dự phòng',
      ],
    },
    {
      name: 'Hội trường lớn',
      location: 'Tầng 1, nhà C, trụ sở UBND tỉnh',
      capacity: 250,
      equipment: ['Máy chiếu', 'Màn hình LED', 'Hệ thống âm thanh', 'Bục phát biểu'],
    },
    {
      name: 'Phòng khách',
      location: 'Tầng 1, nhà A, trụ sở UBND tỉnh',
      capacity: 24,
      equipment: ['Thiết bị phiên dịch', 'Màn hình 65 inch'],
    },
    {
      name: 'Phòng tiếp công dân',
      location: 'Trụ sở Tiếp công dân tỉnh, số 5 đường Nguyễn Trãi, TP Vĩnh Yên',
      capacity: 40,
      equipment: ['Hệ thống ghi âm, ghi hình', 'Màn hình 65 inch'],
    },
  ];
