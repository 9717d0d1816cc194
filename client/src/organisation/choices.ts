import type { Unit } from '@nghisu/shared/organisation/organisation.records.ts';
import type { Choice } from '../platform/ui/choosers/choices.ts';
import type { DirectoryPerson } from './directory.svelte.ts';

/** People as a chooser shows them: the name, the post beside it. */
export const personChoices = (people: readonly DirectoryPerson[]): Choice[] =>
  people.map(person => ({
    value: person.id,
    label: person.fullName,
    detail: person.title,
    keywords: person.title,
  }));

/** Units as a chooser shows them; the short name finds them too. */
export const unitChoices = (units: readonly Unit[]): Choice[] =>
  units.map(unit => ({ value: unit.id, label: unit.name, keywords: unit.shortName }));
