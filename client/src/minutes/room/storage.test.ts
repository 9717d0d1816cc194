import { describe, expect, it } from 'vitest';
import { StorageLedger } from './storage.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 24, 7, 0, seconds));

describe('the truth about storage', () => {
  it('S11: says stored only after the server confirmed the last change', () => {
    const ledger = new StorageLedger();
    expect(ledger.state(at(0)).kind).toBe('loading');
    ledger.synced();
    expect(ledger.state(at(0)).kind).toBe('onDevice');
    const first = ledger.question!;
    ledger.changed();
    ledger.confirmed(first, at(1));
    expect(ledger.state(at(1)).kind).toBe('onDevice');
    ledger.confirmed(ledger.question!, at(2));
    expect(ledger.state(at(2))).toEqual({ kind: 'stored', at: at(2) });
    expect(ledger.question).toBeNull();
    expect(ledger.hasUnstored).toBe(false);
  });

  it('S11: an answer to an older question confirms nothing newer', () => {
    const ledger = new StorageLedger();
    ledger.synced();
    const old = ledger.question!;
    ledger.changed();
    ledger.changed();
    ledger.confirmed(old, at(1));
    expect(ledger.hasUnstored).toBe(true);
  });

  it('S11: says since when it is offline, and asks anew after coming back', () => {
    const ledger = new StorageLedger();
    ledger.synced();
    ledger.confirmed(ledger.question!, at(0));
    ledger.lost(at(1));
    expect(ledger.state(at(2)).kind).toBe('connecting');
    ledger.changed();
    ledger.lost(at(5));
    expect(ledger.state(at(10))).toEqual({ kind: 'offline', since: at(1) });
    expect(ledger.question).toBeNull();
    ledger.synced();
    expect(ledger.state(at(11)).kind).toBe('onDevice');
    expect(ledger.question).not.toBeNull();
  });

  it('keeps saying that the server refused until rights come back', () => {
    const ledger = new StorageLedger();
    ledger.synced();
    ledger.refused('closed');
    ledger.confirmed(99, at(1));
    expect(ledger.state(at(1))).toEqual({ kind: 'refused', reason: 'closed' });
    ledger.forgive();
    expect(ledger.state(at(1)).kind).toBe('stored');
  });
});
