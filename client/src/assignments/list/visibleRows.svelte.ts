import type { Attachment } from 'svelte/attachments';

/** Scrolling rests for so long before it counts. */
const settledMs = 400;

/** Which rows are on the screen, once scrolling has come to rest. */
export class VisibleRows {
  #ids = $state.raw<ReadonlySet<string>>(new Set());
  readonly #onScreen = new Map<Element, string>();
  readonly #watched = new Map<Element, string>();
  #settling: ReturnType<typeof setTimeout> | undefined;
  readonly #observer = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) {
      const id = this.#watched.get(target);
      if (isIntersecting && id !== undefined) this.#onScreen.set(target, id);
      else this.#onScreen.delete(target);
    }
    this.#settle();
  });

  /** To be made while the component is set up. */
  constructor() {
    $effect(() => () => {
      clearTimeout(this.#settling);
      this.#observer.disconnect();
    });
  }

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  /** To be attached to the element of a row. */
  watch(id: string): Attachment {
    return element => {
      this.#watched.set(element, id);
      this.#observer.observe(element);
      return () => {
        this.#observer.unobserve(element);
        this.#watched.delete(element);
        this.#onScreen.delete(element);
        this.#settle();
      };
    };
  }

  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.#ids = new Set(this.#onScreen.values());
    }, settledMs);
  }
}
