import type { DemoOrganisation, DemoPerson, DemoUnit } from '../organisation.ts';

/** Looks people and units of the demo province up as its meetings and assignments need them. */
export type Directory = ReturnType<typeof createDirectory>;

/** Indexes a province once; every question throws where the province does not hold the answer. */
export function createDirectory(organisation: DemoOrganisation) {
  const people = new Map(organisation.people.map(person => [person.id, person]));
  const units = new Map(organisation.units.map(unit => [unit.id, unit]));
  const byName = new Map(organisation.units.map(unit => [unit.name, unit]));
  const accounts = new Map(organisation.accounts.map(account => [account.username, account.personId]));
  const present = organisation.posts.filter(post => post.validTo === null);
  const ofUnit = Map.groupBy(present, post => post.unitId);
  const ofPerson = Map.groupBy(present, post => post.personId);
  return {
    person: (id: string): DemoPerson => found(people.get(id), id),
    unit: (id: string): DemoUnit => found(units.get(id), id),
    unitNamed: (name: string): DemoUnit => found(byName.get(name), name),
    /** Who logs in under a name. */
    login: (username: string): string => found(accounts.get(username), username),
    headOf: (unitId: string): string => found(ofUnit.get(unitId)?.find(post => post.head)?.personId, unitId),
    /** Everybody who holds a post in the unit, its head first. */
    staffOf: (unitId: string): string[] =>
      found(ofUnit.get(unitId), unitId)
        .toSorted((a, b) => Number(b.head) - Number(a.head))
        .map(post => post.personId),
    /** The title of the person's first post. */
    titleOf: (personId: string): string => found(ofPerson.get(personId)?.[0]?.title, personId),
    /** The members of the People's Committee, the Chairman first. */
    members: organisation.memberIds,
    unitsOfType: (type: DemoUnit['type']): DemoUnit[] =>
      organisation.units.filter(unit => unit.type === type),
    roomNamed: (name: string): string => found(organisation.rooms.find(room => room.name === name)?.id, name),
  };
}

function found<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new RangeError(`the province has no '${key}'`);
  return value;
}
