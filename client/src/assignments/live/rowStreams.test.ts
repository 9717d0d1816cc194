import { newId } from '@nghisu/shared/platform/ids.ts';
import { noSeat, type Viewer } from '@nghisu/shared/platform/viewer.ts';
import { describe, expect, it } from 'vitest';
import { mostRowStreams, streamsOfRows } from './rowStreams.ts';

const [ownUnit, unit, otherUnit, meeting, running] = [newId(), newId(), newId(), newId(), newId()];
const chair: Viewer = {
  personId: newId(),
  systemRoles: [],
  units: [{ unitId: ownUnit, head: true }],
  ...noSeat,
};
const monitor: Viewer = { ...chair, systemRoles: ['monitor'] };
const row = (given: { leadUnitId?: string; meetingId?: string; coordinatingUnitIds?: string[] } = {}) => ({
  leadUnitId: unit,
  meetingId: meeting,
  coordinatingUnitIds: [],
  ...given,
});

describe('the streams that tell of rows', () => {
  it('are those of the meetings, each once, for whoever has a seat there', () => {
    expect(streamsOfRows(chair, [row(), row({ leadUnitId: otherUnit })], [])).toEqual([`meeting:${meeting}`]);
  });

  it('are those of the lead units for monitors, but for meetings that are followed anyway', () => {
    const rows = [row(), row({ leadUnitId: otherUnit }), row({ meetingId: running })];
    expect(streamsOfRows(monitor, rows, [`meeting:${running}`])).toEqual([
      `meeting:${running}`,
      `unit:${unit}`,
      `unit:${otherUnit}`,
    ]);
  });

  it('are none where a unit of the reader leads or helps: its stream is followed already', () => {
    const rows = [row({ leadUnitId: ownUnit }), row({ coordinatingUnitIds: [otherUnit, ownUnit] })];
    for (const reader of [chair, monitor]) expect(streamsOfRows(reader, rows, [])).toEqual([]);
  });

  it('are never more than a connection has room for, the first rows before the last', () => {
    const rows = Array.from({ length: 100 }, () => row({ meetingId: newId() }));
    const streams = streamsOfRows(chair, rows, [`meeting:${running}`]);
    expect(streams).toHaveLength(mostRowStreams);
    expect(streams.slice(0, 2)).toEqual([`meeting:${running}`, `meeting:${rows[0]!.meetingId}`]);
  });
});
