import type { Person, Post, Room, Unit } from '@nghisu/shared/organisation/organisation.records.ts';
import { isValidOn } from '@nghisu/shared/organisation/organisation.rules.ts';
import { localDate } from '@nghisu/shared/platform/dates.ts';
import { comparePeople } from '@nghisu/shared/platform/text.ts';
import { untrack } from 'svelte';
import { connection } from '../platform/connection/connection.svelte.ts';
import type { StreamFeed } from '../platform/feed/streamFeed.svelte.ts';

/** A person with the posts held today, as lists and choosers show them. */
export type DirectoryPerson = Person & { readonly posts: readonly Post[]; readonly title: string };

/** Units, people, posts and rooms of the installation, followed once for all screens. */
class Directory {
  #feed = $state.raw<StreamFeed | null>(null);

  /** Starts following; to be called once somebody is logged in. */
  follow(): void {
    // Not a dependency of whoever calls this in an effect: it would follow and leave for ever.
    untrack(() => {
      this.#feed ??= connection.subscribe('org');
    });
  }

  /** Forgets everything at logout. */
  leave(): void {
    if (this.#feed) connection.release('org');
    this.#feed = null;
  }

  readonly units = $derived<readonly Unit[]>(
    (this.#feed?.records('unit') ?? []).toSorted((a, b) => a.order - b.order),
  );
  readonly #today = $derived(localDate(new Date(connection.now()).toISOString()));
  /** Those that exist today, for whatever is still to be chosen. */
  readonly currentUnits = $derived(this.units.filter(unit => isValidOn(unit, this.#today)));
  readonly rooms = $derived<readonly Room[]>(this.#feed?.records('room') ?? []);
  readonly #posts = $derived.by(() => {
    const held = (this.#feed?.records('post') ?? []).filter(post => isValidOn(post, this.#today));
    return Map.groupBy(held, post => post.personId);
  });
  readonly people = $derived<readonly DirectoryPerson[]>(
    (this.#feed?.records('person') ?? [])
      .map(person => {
        // The post that a person leads from is named first.
        const posts = (this.#posts.get(person.id) ?? []).toSorted((a, b) => Number(b.head) - Number(a.head));
        return { ...person, posts, title: posts.map(post => post.title).join(', ') };
      })
      .sort(comparePeople),
  );
  readonly #peopleById = $derived(new Map(this.people.map(person => [person.id, person])));

  /** True once there is something to choose from. */
  get isLoaded(): boolean {
    return this.people.length > 0;
  }
  person(id: string | null): DirectoryPerson | undefined {
    return id === null ? undefined : this.#peopleById.get(id);
  }
  unit(id: string | null): Unit | undefined {
    return id === null ? undefined : this.#feed?.get('unit', id);
  }
  room(id: string | null): Room | undefined {
    return id === null ? undefined : this.#feed?.get('room', id);
  }
  /** The full name, or a dash while the directory is on its way. */
  nameOf(id: string | null): string {
    return this.person(id)?.fullName ?? '–';
  }
  unitName(id: string | null): string {
    return this.unit(id)?.name ?? '–';
  }
}

export const directory = new Directory();
