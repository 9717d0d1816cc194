/** After a finger has left, so long nothing moves: the next press is often already on its way. */
const afterTouchMs = 600;

/**
 * Whether somebody is at a list now, with the mouse over it, a finger on it or the keyboard in it: then its rows keep
 * their places. To be spread on the list's element.
 */
export class ListHold {
  #pointed = $state.raw(false);
  #focused = $state.raw(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  get isHeld(): boolean {
    return this.#pointed || this.#focused;
  }

  /** Lets the list move at once, after an act of this person's own. */
  release(): void {
    clearTimeout(this.#timer);
    this.#pointed = false;
    this.#focused = false;
  }

  readonly handlers = {
    onpointerenter: (): void => this.#point(),
    onpointerdown: (): void => this.#point(),
    onpointerleave: ({ pointerType }: PointerEvent): void => this.#leave(pointerType),
    onpointerup: ({ pointerType }: PointerEvent): void => {
      if (pointerType !== 'mouse') this.#leave(pointerType);
    },
    onpointercancel: ({ pointerType }: PointerEvent): void => this.#leave(pointerType),
    onfocusin: ({ target }: FocusEvent): void => {
      this.#focused = target instanceof Element && target.matches(':focus-visible');
    },
    onfocusout: (): void => {
      this.#focused = false;
    },
  };

  #point(): void {
    clearTimeout(this.#timer);
    this.#pointed = true;
  }

  #leave(pointerType: string): void {
    clearTimeout(this.#timer);
    if (pointerType === 'mouse') this.#pointed = false;
    else
      this.#timer = setTimeout(() => {
        this.#pointed = false;
      }, afterTouchMs);
  }
}
