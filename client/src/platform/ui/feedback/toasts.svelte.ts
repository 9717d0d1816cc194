const SHORT_MS = 6_000;
const LONG_MS = 12_000;
const SHOWN_AT_MOST = 3;

/** A short notice in the corner. `wrong` stays until it is closed; one with an action stays longer. */
export type Toast = {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'done' | 'wrong';
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
};

let shown = $state.raw<readonly Toast[]>([]);
let lastId = 0;
const timers = new Map<number, ReturnType<typeof setTimeout>>();

/** The notices of this page; they speak politely and never take the focus. */
export const toasts = {
  /** What is shown now, oldest first, at most three. */
  get shown(): readonly Toast[] {
    return shown;
  },
  /** Shows a sentence; say only what the person cannot see happening elsewhere on the screen. */
  say(text: string, options: Partial<Pick<Toast, 'tone' | 'action'>> = {}): number {
    lastId += 1;
    const toast: Toast = { id: lastId, text, tone: options.tone ?? 'plain', action: options.action };
    for (const old of shown.slice(0, Math.max(0, shown.length - SHOWN_AT_MOST + 1))) toasts.close(old.id);
    shown = [...shown, toast];
    run(toast);
    return toast.id;
  },
  /** Takes a notice away; unknown ids are ignored. */
  close(id: number): void {
    clearTimeout(timers.get(id));
    timers.delete(id);
    shown = shown.filter(toast => toast.id !== id);
  },
  /** Keeps all notices while someone points at them or has the focus in them. */
  hold(): void {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
  },
  /** Lets the time of all notices run again, from its beginning. */
  release(): void {
    toasts.hold();
    shown.forEach(run);
  },
};

function run(toast: Toast): void {
  if (toast.tone === 'wrong') return;
  timers.set(
    toast.id,
    setTimeout(() => toasts.close(toast.id), toast.action ? LONG_MS : SHORT_MS),
  );
}
