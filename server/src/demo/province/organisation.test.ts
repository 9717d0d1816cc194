import {
  personSchema,
  postSchema,
  roomSchema,
  unitSchema,
} from '@nghisu/shared/organisation/organisation.records.ts';
import { describe, expect, test } from 'vitest';
import { buildOrganisation } from './organisation.ts';

const today = '2026-11-24';
const province = buildOrganisation('vinh-phuc', today);
const ofType = (type: string) => province.units.filter(unit => unit.type === type);

describe('the demo province', () => {
  test('has the units of the 2022 report', () => {
    expect(ofType('peoplesCommittee')).toHaveLength(1);
    expect(ofType('department')).toHaveLength(21);
    expect(ofType('district')).toHaveLength(9);
    expect(ofType('commune')).toHaveLength(136);
    expect(ofType('subUnit').length).toBeGreaterThanOrEqual(8);
    expect(new Set(province.units.map(unit => unit.name)).size).toBe(province.units.length);
  });

  test('consists of records that the directory accepts', () => {
    for (const unit of province.units) unitSchema.parse({ kind: 'unit', ...unit });
    for (const person of province.people) personSchema.parse({ kind: 'person', ...person });
    for (const post of province.posts) postSchema.parse({ kind: 'post', ...post });
    for (const room of province.rooms) roomSchema.parse({ kind: 'room', ...room });
  });

  test('has about 300 people with names that differ and are composed Unicode', () => {
    const names = province.people.map(person => person.fullName);
    expect(names.length).toBeGreaterThan(280);
    expect(names.length).toBeLessThan(330);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(name).toBe(name.normalize('NFC'));
      expect(name).toMatch(/^\p{Lu}\p{Ll}+( \p{Lu}\p{Ll}+){2,3}$/u);
    }
  });

  test('gives every unit exactly one head today and every person a post today', () => {
    const present = province.posts.filter(post => post.validFrom <= today && post.validTo === null);
    for (const unit of province.units) {
      expect(
        present.filter(post => post.unitId === unit.id && post.head),
        unit.name,
      ).toHaveLength(1);
    }
    const holders = new Set(present.map(post => post.personId));
    expect(province.people.every(person => holders.has(person.id))).toBe(true);
    expect(province.posts.some(post => post.validTo !== null && post.validTo < today)).toBe(true);
  });

  test('seats 28 members and opens each demo account for its own person', () => {
    expect(new Set(province.memberIds).size).toBe(28);
    const usernames = province.accounts.map(account => account.username);
    for (const username of [
      'chutich',
      'thuky',
      'thuky2',
      'gd.taichinh',
      'chanhvp',
      'quantri',
      'thanhvien1',
      'thanhvien20',
    ]) {
      expect(usernames).toContain(username);
    }
    expect(new Set(province.accounts.map(account => account.personId)).size).toBe(province.accounts.length);
    const finance = province.units.find(unit => unit.name === 'Sở Tài chính');
    const director = province.accounts.find(account => account.username === 'gd.taichinh');
    expect(province.posts).toContainEqual(
      expect.objectContaining({ unitId: finance?.id, personId: director?.personId, head: true }),
    );
  });

  test('keeps its ids unique and repeats itself for the same seed only', () => {
    const ids = [...province.units, ...province.people, ...province.posts, ...province.rooms].map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(buildOrganisation('vinh-phuc', today)).toEqual(province);
    expect(buildOrganisation('another', today).people[0]?.fullName).not.toBe(province.people[0]?.fullName);
  });
});
