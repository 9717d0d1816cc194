import { consentOf } from '@nghisu/shared/decisions/decisions.rules.ts';
import { mayDecide } from '@nghisu/shared/meetings/meetings.policy.ts';
import { describe, expect, test } from 'vitest';
import { buildMeetings } from './meetings.ts';
import { buildOrganisation } from './organisation.ts';
import { buildPositions } from './positions.ts';

const today = '2026-11-24';
const meetings = buildMeetings('vinh-phuc', buildOrganisation('vinh-phuc', today), today);
const session = meetings.find(({ type, state }) => type === 'regularSession' && state === 'published')!;
const positions = buildPositions('vinh-phuc', meetings, '2026-11-24T00:30:00.000Z');
const voterIds = new Set(
  session.attendees.filter(({ role }) => mayDecide(role)).map(({ personId }) => personId),
);

describe('the demo positions', () => {
  test('leave five items of the session to come unopposed, and two with reservations', () => {
    const consents = session.items.map(item =>
      consentOf(
        { needs: 'everybody' },
        voterIds,
        positions.filter(position => position.agendaItemId === item.id),
      ),
    );
    expect(consents.filter(consent => consent.unopposed)).toHaveLength(5);
    expect(consents.filter(consent => consent.otherwise > 0)).toHaveLength(2);
  });

  test('are one a member and item, and the same at every installation', () => {
    const keys = positions.map(({ agendaItemId, personId }) => `${agendaItemId}/${personId}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(positions.every(({ personId }) => voterIds.has(personId))).toBe(true);
    expect(buildPositions('vinh-phuc', meetings, '2026-11-24T00:30:00.000Z')).toEqual(positions);
  });
});
