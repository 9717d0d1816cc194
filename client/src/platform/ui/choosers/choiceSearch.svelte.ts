import { type Choice, findChoices } from './choices.ts';

const PAUSE_MS = 150;
const SHOWN_AT_MOST = 60;

/** Asks elsewhere for the choices of a typed text; rejects when it cannot. */
export type ChoiceSearch = (typed: string, signal: AbortSignal) => Promise<readonly Choice[]>;

/**
 * What a chooser shows for a typed text: found among `options` at once, or by `search` after a short pause in typing,
 * where a later text always wins over an earlier answer. Create it while a component is set up.
 */
export class ChoiceSearchState {
  /** What was typed since the list opened; empty shows everything. */
  typed = $state('');
  status = $state<'idle' | 'searching' | 'failed'>('idle');
  readonly #options: () => readonly Choice[];
  readonly #search: () => ChoiceSearch | undefined;
  #answer = $state.raw<readonly Choice[] | null>(null);
  // Everything ever seen, so that a chosen value keeps its name when later answers no longer contain it.
  readonly #seen = new Map<string, Choice>();

  constructor(options: () => readonly Choice[], search: () => ChoiceSearch | undefined) {
    this.#options = options;
    this.#search = search;
    $effect(() => this.#ask(this.typed));
  }

  readonly #found = $derived.by(() => this.#answer ?? findChoices(this.#options(), this.typed));

  /** The choices to show, best first, at most 60. */
  get shown(): readonly Choice[] {
    return this.#found.slice(0, SHOWN_AT_MOST);
  }

  /** How many more there are than shown. */
  get hidden(): number {
    return Math.max(0, this.#found.length - SHOWN_AT_MOST);
  }

  /** The choice behind a value, from the options or from any answer so far. */
  named(value: string): Choice | undefined {
    return this.#options().find(option => option.value === value) ?? this.#seen.get(value);
  }

  #ask(typed: string): (() => void) | undefined {
    const search = this.#search();
    if (search === undefined || typed.trim() === '') {
      this.#answer = null;
      this.status = 'idle';
      return undefined;
    }
    this.status = 'searching';
    const stop = new AbortController();
    const timer = setTimeout(() => this.#receive(search(typed, stop.signal), stop.signal), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }

  async #receive(answer: Promise<readonly Choice[]>, signal: AbortSignal): Promise<void> {
    try {
      const choices = await answer;
      if (signal.aborted) return;
      for (const choice of choices) this.#seen.set(choice.value, choice);
      this.#answer = choices;
      this.status = 'idle';
    } catch {
      if (!signal.aborted) this.status = 'failed';
    }
  }
}
