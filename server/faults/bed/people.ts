import { newId } from '@nghisu/shared/platform/ids.ts';
import type { SystemRole } from '@nghisu/shared/platform/viewer.ts';
import { cookieOf, Door } from './door.ts';

/** Somebody with a login, and the cookie of a session that outlives the run. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly cookie: string;
};

/** A unit with the person who heads it and one who works in it. */
export type Unit = { readonly id: string; readonly head: Person; readonly clerk: Person };

const password = 'mat-khau-cua-cuoc-thu';
const since = '2020-01-01';

/** The directory and its accounts, all made through the doors that an administrator uses. */
export class Directory {
  readonly admin: Person;
  readonly #origins: readonly string[];
  readonly #door: Door;
  #made = 0;

  /** Sets the empty installation up. */
  static async setUp(origins: readonly string[]): Promise<Directory> {
    const door = new Door(origins[0]!);
    const given = { username: 'quan-tri', fullName: 'Quản trị', password };
    const answer = await door.post('/api/setup', given);
    const { person } = (await answer.json()) as { person: { id: string } };
    const cookie = cookieOf(answer);
    door.cookie = cookie;
    const admin = { id: person.id, name: given.fullName, username: given.username, cookie };
    return new Directory(origins, door, admin);
  }

  private constructor(origins: readonly string[], door: Door, admin: Person) {
    this.#origins = origins;
    this.#door = door;
    this.admin = admin;
  }

  /** So many people who can log in, and have. */
  async people(name: string, count: number, systemRoles: SystemRole[] = []): Promise<Person[]> {
    const numbers = Array.from({ length: count }, (_, at) => `${name} ${at + 1}`);
    return await Promise.all(numbers.map(each => this.#person(each, systemRoles)));
  }

  async #person(name: string, systemRoles: SystemRole[]): Promise<Person> {
    const id = newId();
    const number = this.#made++;
    const username = `nguoi-${number}`;
    await this.#door.command('org', 'organisation.savePerson', {
      id,
      fullName: name,
      protocolOrder: number,
    });
    await this.#door.post('/api/accounts', { username, password, personId: id, systemRoles });
    const other = new Door(this.#origins[number % this.#origins.length]!);
    const cookie = cookieOf(await other.post('/api/session', { username, password }));
    return { id, name, username, cookie };
  }

  /** A department with a head and a clerk. */
  async unit(name: string): Promise<Unit> {
    const id = newId();
    await this.#door.command('org', 'organisation.saveUnit', {
      id,
      name,
      shortName: name,
      type: 'department',
      parentId: null,
      order: this.#made,
      validFrom: since,
      validTo: null,
    });
    const [head, clerk] = await this.people(name, 2);
    for (const person of [head!, clerk!]) {
      await this.#door.command('org', 'organisation.savePost', {
        id: newId(),
        personId: person.id,
        unitId: id,
        title: person === head ? 'Giám đốc' : 'Chuyên viên',
        head: person === head,
        validFrom: since,
        validTo: null,
      });
    }
    return { id, head: head!, clerk: clerk! };
  }

  async room(name: string): Promise<string> {
    const id = newId();
    const room = { id, name, location: 'Tầng 2', capacity: 60, equipment: [] };
    await this.#door.command('org', 'organisation.saveRoom', room);
    return id;
  }
}
