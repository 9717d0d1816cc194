import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { createTestDatabase } from '../../../test/programs/postgres.ts';
import { type Bed, createBed } from './bed.ts';
import { until } from './clients.ts';

let bed: Bed;
beforeAll(async () => {
  bed = await createBed(await createTestDatabase());
});
afterAll(() => bed.close());

describe('A7: floods', () => {
  test('who is refused again and again is sent away for a while', async () => {
    const patient = await bed.process({ limits: { refusalsPerMinute: 3 } });
    const meeting = await bed.meeting();
    const person = bed.office.person(meeting, 'Kẻ tấn công');
    for (let round = 0; round < 3; round += 1) {
      const raw = await bed.raw(meeting, person, '', patient);
      raw.update(Uint8Array.of(255));
      expect((await raw.closed()).code).toBe(1008);
    }
    const raw = await bed.raw(meeting, person, '', patient);
    expect((await raw.closed()).code).toBe(4429);
    const other = await bed.raw(meeting, bed.office.person(meeting, 'B'), '', patient);
    expect((await other.document()).getXmlFragment('minutes').length).toBe(3);
  });

  test('one person opens no more connections than allowed', async () => {
    const meeting = await bed.meeting();
    const person = bed.office.person(meeting, 'A');
    const raws = await Promise.all(Array.from({ length: 17 }, () => bed.raw(meeting, person)));
    await until(() => raws.some(raw => raw.closing?.code === 1013));
    expect(raws.filter(raw => raw.closing !== null)).toHaveLength(1);
  });

  test('F13: a reader that stops reading is dropped, and the writer does not notice', async () => {
    const small = await bed.process({ limits: { stalledBytes: 64 * 1024 } });
    const meeting = await bed.meeting();
    const writer = await bed.client(meeting, bed.office.person(meeting, 'Thư ký'), small);
    const stalled = await bed.raw(meeting, bed.office.person(meeting, 'B', { write: false }), '', small);
    await stalled.document();
    let isDropped = false;
    stalled.socket.on('close', () => {
      isDropped = true;
    });
    stalled.socket.pause();
    // More than the kernel's own buffers take in.
    const line = writer.section(1).get(0) as Y.XmlElement;
    for (let round = 0; round < 80; round += 1) {
      writer.type('y'.repeat(200_000));
      expect((await writer.barrier()).refused).toBeNull();
      (line.get(0) as Y.XmlText).delete(0, 200_000);
    }
    stalled.socket.resume();
    await until(() => isDropped);
    expect(writer.closings).toEqual([]);
  });
});
