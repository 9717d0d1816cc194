import type { AgendaItem } from '@nghisu/shared/agenda/agenda.records.ts';
import type { Viewer } from '@nghisu/shared/platform/viewer.ts';
import { canPresent } from '@nghisu/shared/presentation/presentation.policy.ts';
import type { Place, Presentation } from '@nghisu/shared/presentation/presentation.records.ts';
import type { PlaceNews } from '@nghisu/shared/protocol.ts';
import { connection } from '../platform/connection/connection.svelte.ts';
import type { StreamFeed } from '../platform/feed/streamFeed.svelte.ts';
import { PlaceTeller, type Told } from './placeTeller.ts';

/** What is shown to the room in one meeting, and whether this screen goes along. */
export class PresentationView {
  readonly #feed: () => StreamFeed | null;
  readonly #viewer: () => Viewer | null;
  readonly #meetingId: () => string;
  readonly #teller: PlaceTeller;
  /** The presentation that this person left; another one is followed again. */
  #leftAt = $state<string | null>(null);
  #heard = $state.raw<PlaceNews | null>(null);

  /** To be made while the component is set up. */
  constructor(parts: {
    readonly meetingId: () => string;
    readonly feed: () => StreamFeed | null;
    readonly viewer: () => Viewer | null;
  }) {
    this.#feed = parts.feed;
    this.#viewer = parts.viewer;
    this.#meetingId = parts.meetingId;
    const stream = () => `meeting:${parts.meetingId()}`;
    this.#teller = new PlaceTeller(place => connection.tellPlace({ stream: stream(), place }));
    $effect(() =>
      connection.onPlace(message => {
        if (message.stream === stream()) this.#hear(message);
      }),
    );
    $effect(() => {
      if (!this.isMine) this.#teller.stop();
    });
    $effect(() => () => this.#teller.stop());
  }

  /** What is shown now, and by whom. */
  readonly current: Presentation | null = $derived.by(
    () => this.#feed()?.get('presentation', this.#meetingId()) ?? null,
  );
  readonly isMine: boolean = $derived.by(
    () => this.current !== null && this.current.presenterId === this.#viewer()?.personId,
  );
  /** True while this screen shows what the presenter shows. */
  readonly isFollowing: boolean = $derived.by(
    () => this.current !== null && !this.isMine && this.#leftAt !== this.current.startedAt,
  );
  /** Where the presenter is; null until the first word of it. */
  readonly place: Place | null = $derived.by(() =>
    this.#heard && this.#heard.startedAt === this.current?.startedAt ? this.#heard.place : null,
  );

  /** True where this person may show a paper of the item. */
  mayPresent(item: Pick<AgendaItem, 'id' | 'presenterId'>): boolean {
    const viewer = this.#viewer();
    return viewer !== null && canPresent(viewer, { agendaItemId: item.id, presenterId: item.presenterId });
  }

  /** Reads on alone, until `follow` or another presentation. */
  leave(): void {
    if (this.isFollowing) this.#leftAt = this.current?.startedAt ?? null;
  }

  follow(): void {
    this.#leftAt = null;
  }

  /** The presenter is here now. */
  tell(place: Told): void {
    if (this.isMine && place.paperId === this.current?.paperId) this.#teller.tell(place);
  }

  /** Places may arrive in any order, and before the word that somebody else presents. */
  #hear(news: PlaceNews): void {
    const known = this.#heard;
    const isSame = known?.stream === news.stream && known.startedAt === news.startedAt;
    if (isSame && known.place.order >= news.place.order) return;
    if (known?.stream === news.stream && known.startedAt > news.startedAt) return;
    this.#heard = news;
  }
}
