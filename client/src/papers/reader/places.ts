/** Where a reader was in a paper: the page, the point of it at the upper left corner, and how large it was. */
export type Place = {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly zoom: string;
};

const places = new Map<string, Place>();

/** Where this page of the browser left each paper, for as long as it is open. */
export const leftPlaces = {
  get: (paperId: string): Place | null => places.get(paperId) ?? null,
  keep(paperId: string, place: Place): void {
    places.set(paperId, place);
  },
};
