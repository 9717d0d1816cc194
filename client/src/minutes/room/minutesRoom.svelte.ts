import { minutesFragment } from '@nghisu/shared/minutes/document/schema.ts';
import {
  decodeStorageAnswer,
  encodeBarrier,
  type Refusal,
  refusals,
  storageMessage,
} from '@nghisu/shared/minutes/document/wire.ts';
import { IndexeddbPersistence } from 'y-indexeddb';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { keepDeviceSetting, readDeviceSetting } from '../../platform/device/deviceSetting.ts';
import { localCopyName, setCopyAside, unsentSetting } from './localMinutes.ts';
import { StorageLedger, type StorageState } from './storage.ts';

/** Typing is not asked about at each key; a pause this long asks whether it is stored. */
const askAfterMs = 150;

const closedForRights = 4403;
const closedForGeneration = 4409;
const closedForContent = [1008, 1009];

export type MinutesRoomOptions = {
  readonly meetingId: string;
  readonly personId: string;
  readonly generation: number;
};

/**
 * The text of one meeting's minutes on this device: a Yjs document, its copy in IndexedDB, its socket, and the truth
 * about where the last change is.
 */
export class MinutesRoom {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly fragment = this.doc.getXmlFragment(minutesFragment);
  readonly #copy: IndexeddbPersistence;
  /** Name of the copy on this device. */
  readonly copyName: string;
  readonly generation: number;
  readonly #ledger = new StorageLedger();
  readonly #clock: ReturnType<typeof setInterval>;
  #asking: ReturnType<typeof setTimeout> | undefined;
  #isCopied = true;
  #isSetAside = false;
  #storage = $state.raw<StorageState>({ kind: 'loading' });
  #isLoaded = $state.raw(false);
  #writers = $state.raw<readonly string[]>([]);

  constructor({ meetingId, personId, generation }: MinutesRoomOptions) {
    this.generation = generation;
    this.copyName = localCopyName(personId, meetingId, generation);
    this.#copy = new IndexeddbPersistence(this.copyName, this.doc);
    this.provider = new WebsocketProvider(
      `${location.origin.replace(/^http/, 'ws')}/minutes`,
      meetingId,
      this.doc,
      {
        params: { generation: `${generation}` },
        // Other tabs learn from the server, as everybody does: a tab that was refused must not reach them.
        disableBc: true,
        maxBackoffTime: 5000,
      },
    );
    this.#listen();
    this.#clock = setInterval(() => this.#tell(), 1000);
    window.addEventListener('beforeunload', this.#beforeUnload);
  }

  /** Where the text is: on this device, on the server, offline since when. */
  get storage(): StorageState {
    return this.#storage;
  }
  /** True once there is a text to show: from the server, or from this device. */
  get isLoaded(): boolean {
    return this.#isLoaded;
  }
  /** Names of the others who have the minutes open for writing. */
  get writers(): readonly string[] {
    return this.#writers;
  }

  /** Knocks again after rights came back, or after a server that was behind sent this room away. */
  retry(): void {
    this.#ledger.forgive();
    this.#tell();
    this.provider.connect();
  }

  destroy(): void {
    clearInterval(this.#clock);
    clearTimeout(this.#asking);
    window.removeEventListener('beforeunload', this.#beforeUnload);
    this.provider.destroy();
    void this.#copy.destroy();
    this.doc.destroy();
  }

  #listen(): void {
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === this.provider || origin === this.#copy) return;
      this.#ledger.changed();
      keepDeviceSetting(unsentSetting(this.copyName), 'yes');
      this.#isCopied = false;
      // y-indexeddb writes each update in its own turn; by then the text is on this device.
      setTimeout(() => {
        this.#isCopied = true;
      }, 200);
      this.#ask();
    });
    void this.#copy.whenSynced.then(() => {
      if (this.fragment.length > 0) this.#isLoaded = true;
      if (readDeviceSetting(unsentSetting(this.copyName))) this.#ledger.changed();
      this.#tell();
    });
    this.provider.on('sync', (isSynced: boolean) => {
      if (!isSynced) return;
      this.#ledger.synced();
      this.#isLoaded = true;
      this.#ask();
    });
    this.provider.on('status', ({ status }: { status: string }) => {
      if (status === 'disconnected') this.#ledger.lost(new Date());
      this.#tell();
    });
    this.provider.on('connection-error', () => {
      this.#ledger.lost(new Date());
      this.#tell();
    });
    this.provider.on('connection-close', (event: CloseEvent | null) => this.#closed(event));
    this.provider.messageHandlers[storageMessage] = (_encoder, decoder) => this.#answered(decoder.arr);
    const { awareness } = this.provider;
    awareness.on('change', () => {
      const others = [...awareness.getStates()].filter(([id]) => id !== awareness.clientID);
      const names = others
        .map(([, state]) => (state.user as { name?: string } | undefined)?.name ?? '')
        .filter(Boolean);
      this.#writers = [...new Set(names)];
    });
  }

  #closed(event: CloseEvent | null): void {
    this.#ledger.lost(new Date());
    if (event?.code === closedForRights) this.#ledger.refused('rights');
    if (event?.code === closedForGeneration) this.#ledger.refused('generation');
    if (event?.code === closedForRights || event?.code === closedForGeneration) this.provider.disconnect();
    const reason = refusals.find(known => known === event?.reason);
    if (closedForContent.includes(event?.code ?? 0) && reason) this.#refuse(reason);
    this.#tell();
  }

  /** The server will not take what this device holds, and would not the next time: stop, and begin anew at a reload. */
  #refuse(reason: Refusal): void {
    this.#ledger.refused(reason);
    if (this.#isSetAside) return;
    this.#isSetAside = true;
    setCopyAside(this.copyName);
    this.provider.disconnect();
  }

  #answered(frame: Uint8Array): void {
    const answer = decodeStorageAnswer(frame);
    if (!answer) return;
    if (answer.refused) this.#refuse(answer.refused);
    else this.#ledger.confirmed(answer.token, new Date());
    if (!this.#ledger.hasUnstored) keepDeviceSetting(unsentSetting(this.copyName), '');
    this.#tell();
  }

  /** Asks, once typing pauses, whether everything sent so far is stored. The order of the socket gives the meaning. */
  #ask(): void {
    this.#tell();
    this.#asking ??= setTimeout(() => {
      this.#asking = undefined;
      const token = this.#ledger.question;
      const { ws } = this.provider;
      if (token !== null && ws?.readyState === WebSocket.OPEN) ws.send(encodeBarrier(token));
    }, askAfterMs);
  }

  #tell(): void {
    const next = this.#ledger.state(new Date());
    if (JSON.stringify(next) !== JSON.stringify(this.#storage)) this.#storage = next;
  }

  /** A tab is held open only while a change is neither on the server nor in this device's copy. */
  readonly #beforeUnload = (event: BeforeUnloadEvent): void => {
    if (this.#ledger.hasUnstored && !this.#isCopied) event.preventDefault();
  };
}
