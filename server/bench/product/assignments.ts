import { newId } from '@nghisu/shared/platform/ids.ts';
import type pg from 'pg';

/** People and units to whom everything is assigned. */
export type Office = { readonly owners: readonly string[]; readonly units: readonly string[] };

/** A province's office, invented: so many units and owners as had a year's 20,000 assignments. */
export const inventOffice = (owner: string): Office => ({
  owners: [owner, ...Array.from({ length: 1499 }, () => newId())],
  units: Array.from({ length: 60 }, () => newId()),
});

/** How often words stand in a text: in every second one, in every third one, in one of 5,000. */
export const words = { common: 'baocao', other: 'kehoach', rare: 'thuyloi' } as const;

/** Fills the table up to so many assignments, with thirty words of text each, and lets the database count them. */
export async function fillAssignments(
  client: pg.Client,
  { owners, units }: Office,
  upTo: number,
): Promise<void> {
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from assignments');
  await client.query(
    `insert into assignments (id, content, lead_unit_id, coordinating_unit_ids, due_date, assigned_at, assigned_by_id,
       meeting_id, quote, responsible_id, progress, percent, last_report, completed_on, revision, folded)
     select gen_random_uuid(), text, ($1::uuid[])[1 + n % 60], '{}', date '2025-01-01' + (n * 7919 % 700), now(),
       gen_random_uuid(), gen_random_uuid(), '', ($2::uuid[])[1 + n * 31 % 1500], progress, 0, '',
       case when progress = 'completed' then date '2025-06-01' end, 1, text
     from generate_series($3::int, $4::int) n,
       lateral (select (array['notStarted', 'inProgress', 'completed', 'completed'])[1 + n % 4] as progress) p,
       lateral (select string_agg('tu' || (n * (k + 3) % 997), ' ') || case when n % 2 = 0 then ' ${words.common}' else '' end
         || case when n % 3 = 0 then ' ${words.other}' else '' end
         || case when n % 5000 = 0 then ' ${words.rare}' else '' end as text from generate_series(1, 27) k) t`,
    [units, owners, rows[0]!.count + 1, upTo],
  );
  await client.query('vacuum analyze assignments');
}
