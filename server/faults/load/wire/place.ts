import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BedMeeting } from '../../bed/meetings.ts';
import type { Person, Unit } from '../../bed/people.ts';

/** What every process of the load is told of the bed. */
export type Place = {
  readonly seed: number;
  readonly folder: string;
  /** The address of the balancer, which is also the page that everybody comes from. */
  readonly page: string;
  /** The servers, past balancer and links. */
  readonly origins: readonly string[];
  readonly admin: Person;
  readonly units: readonly Unit[];
  readonly meetings: readonly BedMeeting[];
  readonly closed: readonly BedMeeting[];
  readonly arenas: readonly BedMeeting[];
  readonly hostile: readonly Person[];
};

/** The address of a server by its number; -1 is the balancer. */
export const originOf = (place: Pick<Place, 'page' | 'origins'>, node: number): string =>
  node < 0 ? place.page : place.origins[node % place.origins.length]!;

/** Where a part of the load writes its history. */
export const historyPath = ({ folder }: Pick<Place, 'folder'>, part: string): string =>
  join(folder, `${part}.ndjson`);

/** Where everything that a person received in a part of the load is kept. */
export function capturePath({ folder }: Pick<Place, 'folder'>, part: string, personId: string): string {
  const captures = join(folder, 'captures');
  mkdirSync(captures, { recursive: true });
  return join(captures, `${personId}.${part}`);
}

/** Whose capture a file is. */
export const ownerOf = (fileName: string): string => fileName.split('.')[0]!;
