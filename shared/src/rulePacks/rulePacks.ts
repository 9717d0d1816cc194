import type { MeetingType } from '../meetings/meetings.records.ts';
import type { MajorityRule } from './majority.ts';
import type { QuorumRule } from './quorum.ts';

/** What holds in meetings of one kind. */
export type MeetingRules = {
  readonly quorum: QuorumRule;
  readonly majority: MajorityRule;
  /** For how many others one person may vote. */
  readonly mostProxies: number;
  /** A substitute votes in the place of the person replaced. */
  readonly substitutesVote: boolean;
  /** Which items may be adopted together without discussion. */
  readonly consent: { readonly needs: 'everybody' | 'nobodyAgainst' };
};

/** A version of the rules, in force from a day on. Meetings keep the rules of the day on which they were held. */
export type RulePack = {
  readonly id: string;
  readonly version: number;
  /** A calendar date; the pack holds until a later one begins. */
  readonly validFrom: string;
  /** Where the rules are written. */
  readonly source: string;
  readonly rulesOf: (type: MeetingType) => MeetingRules;
};

const half = { parts: 1, of: 2 };

/** Sessions of a People's Committee: 2/3 of the members, more than half of ALL members, a tie goes with the chair. */
const session: MeetingRules = {
  quorum: { kind: 'atLeast', fraction: { parts: 2, of: 3 } },
  majority: { base: 'members', threshold: { kind: 'moreThan', fraction: half }, tie: 'chair' },
  mostProxies: 0,
  substitutesVote: false,
  consent: { needs: 'nobodyAgainst' },
};

/** Other meetings only advise the chair: whoever is there, more than half of those who say something. */
const advisory: MeetingRules = {
  quorum: null,
  majority: { base: 'decided', threshold: { kind: 'moreThan', fraction: half }, tie: 'chair' },
  mostProxies: 0,
  substitutesVote: true,
  consent: { needs: 'nobodyAgainst' },
};

const sessions: ReadonlySet<MeetingType> = new Set([
  'regularSession',
  'thematicSession',
  'extraordinarySession',
]);

/** All packs, the newest last. */
export const rulePacks: readonly RulePack[] = [
  {
    id: 'peoplesCommittee',
    version: 1,
    validFrom: '2016-01-01',
    source: 'Law on Organisation of Local Government 77/2015/QH13, articles 113-118; Decision 45/2018/QĐ-TTg',
    rulesOf: type => (sessions.has(type) ? session : advisory),
  },
];

/** The pack in force on a calendar date; the first one for what is older. */
export const packOn = (date: string): RulePack =>
  rulePacks.findLast(pack => pack.validFrom <= date) ?? rulePacks[0]!;

/** What holds in a meeting of this kind on this date. */
export const rulesFor = (type: MeetingType, date: string): MeetingRules => packOn(date).rulesOf(type);
