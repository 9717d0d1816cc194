import { localDate } from '@nghisu/shared/platform/dates.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { accounts, people, posts, rooms, units } from '../organisation/organisation.tables.ts';
import { hashPassword } from '../organisation/password.ts';
import type { Database, Tx } from '../platform/db.ts';
import type { FileStore } from '../platform/files/fileStore.ts';
import type { Log } from '../platform/log.ts';
import { buildOrganisation, type DemoOrganisation } from './province/organisation.ts';

/** The logins that a person trying the product is told of. */
export const demoLogins: readonly { username: string; description: string }[] = [
  { username: 'chutich', description: 'Chủ tịch UBND tỉnh, chủ trì / chair' },
  { username: 'thuky, thuky2', description: 'Thư ký / secretaries' },
  { username: 'gd.taichinh', description: 'Giám đốc Sở Tài chính / head of department' },
  { username: 'thanhvien1..20', description: 'Thành viên UBND tỉnh / members' },
  { username: 'chanhvp', description: 'Chánh Văn phòng, theo dõi nhiệm vụ / follow-up' },
  { username: 'quantri', description: 'Quản trị hệ thống / administrator' },
];

export type SeedParts = {
  readonly database: Database;
  readonly files: FileStore;
  readonly log: Log;
  readonly password: string;
  readonly now: Date;
};

/** The same province at every installation; only the dates follow the day. */
const seed = 'vinh-phuc';

/** Fills an empty database with one province, its meetings of the week and of the past, and its assignments. */
export async function seedDemo({ database, password, now }: SeedParts): Promise<void> {
  const organisation = buildOrganisation(seed, localDate(now.toISOString()));
  // One hash for all demo accounts: hashing thirty times would take longer than all the rest.
  const passwordHash = await hashPassword(password);
  await database.db.transaction(async tx => {
    await writeOrganisation(tx, organisation, passwordHash);
  });
}

async function writeOrganisation(
  tx: Tx,
  organisation: DemoOrganisation,
  passwordHash: string,
): Promise<void> {
  await tx.insert(units).values(organisation.units);
  await tx.insert(people).values(organisation.people);
  await tx.insert(posts).values(organisation.posts);
  await tx.insert(rooms).values(organisation.rooms);
  await tx
    .insert(accounts)
    .values(organisation.accounts.map(account => ({ id: newId(), ...account, passwordHash })));
}
