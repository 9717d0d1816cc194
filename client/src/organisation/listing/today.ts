import { type LocalDate, localDate } from '@nghisu/shared/platform/dates.ts';
import { connection } from '../../platform/connection/connection.svelte.ts';

/** Today in Viet Nam by the server's clock. */
export const today = (): LocalDate => localDate(new Date(connection.now()));
