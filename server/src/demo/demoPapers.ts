import type { LocalDate } from '@nghisu/shared/platform/dates.ts';
import type { papers } from '../papers/papers.tables.ts';
import type { FileStore } from '../platform/files/fileStore.ts';
import { writePaper } from './pdf/paper.ts';
import type { DemoMeeting } from './province/meetings.ts';
import type { DemoOrganisation } from './province/organisation.ts';

type PaperRow = typeof papers.$inferInsert;

/** The largest demo paper is a scan of some 20 MB. */
const largest = 100 * 1024 * 1024;

/** Writes and keeps the papers of all meetings; answers the rows that name them. */
export async function writeDemoPapers(
  files: FileStore,
  organisation: DemoOrganisation,
  meetings: readonly DemoMeeting[],
  today: LocalDate,
): Promise<PaperRow[]> {
  const unitNames = new Map(organisation.units.map(unit => [unit.id, unit.name]));
  const rows: PaperRow[] = [];
  for (const meeting of meetings) {
    for (const item of meeting.items) {
      for (const [index, paper] of item.papers.entries()) {
        const bytes = await writePaper(paper, { today, unitNames });
        const { sha256 } = await files.put([bytes] as unknown as AsyncIterable<Uint8Array>, {
          maxBytes: largest,
        });
        rows.push({
          id: paper.id,
          meetingId: meeting.id,
          agendaItemId: item.id,
          position: index + 1,
          title: paper.title,
          fileName: paper.fileName,
          sha256,
          bytes: bytes.length,
          pages: paper.pages,
          attachedById: meeting.createdById,
          attachedAt: new Date(`${paper.issuedOn}T10:00:00+07:00`).toISOString(),
        });
      }
    }
  }
  return rows;
}
