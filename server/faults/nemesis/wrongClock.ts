/**
 * Loaded into a server before everything else: its clock is wrong by so many milliseconds. Steady time is as it was, for
 * a machine whose clock is set wrong counts no slower.
 */
const skew = Number(process.env.CLOCK_SKEW_MS ?? 0);
const RealDate = Date;

class WrongDate extends RealDate {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(RealDate.now() + skew);
    else super(...(given as [string]));
  }
  static override now(): number {
    return RealDate.now() + skew;
  }
}

globalThis.Date = WrongDate as DateConstructor;
