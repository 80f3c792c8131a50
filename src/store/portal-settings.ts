import { type NewAuditEntry, recordAudit } from './audit-log.ts';
import { toStoredJson } from './stored-json.ts';
import type { PortalScope } from './tables.ts';

/** What an admin set, as plain JSON; whoever reads it holds it against its schema. */
export interface PortalSetting {
  /** 1 for the first; each change is one more. */
  readonly version: number;
  readonly value: unknown;
}

export interface SettingChange {
  readonly name: string;
  readonly value: unknown;
  /** The version that whoever changes it saw; 0: there was none. */
  readonly fromVersion: number;
  readonly audit: NewAuditEntry;
}

/** Undefined: nobody has set it. */
export async function readSetting({ db, portalId }: PortalScope, name: string): Promise<PortalSetting | undefined> {
  return await db
    .selectFrom('portal_setting')
    .select(['version', 'value'])
    .where('portal_id', '=', portalId)
    .where('name', '=', name)
    .executeTakeFirst();
}

/** Sets it and logs that, both or neither. False, and nothing is changed, where somebody else changed it since that version. */
export async function changeSetting({ db, portalId }: PortalScope, change: SettingChange): Promise<boolean> {
  const { name, fromVersion, audit } = change;
  const value = toStoredJson(change.value);
  const version = fromVersion + 1;
  return await db.transaction().execute(async (transaction) => {
    // Of two at once the second waits for the first, and then finds another version.
    const written =
      fromVersion === 0
        ? await transaction
            .insertInto('portal_setting')
            .values({ portal_id: portalId, name, version, value })
            .onConflict((conflict) => conflict.columns(['portal_id', 'name']).doNothing())
            .executeTakeFirst()
        : await transaction
            .updateTable('portal_setting')
            .set({ version, value })
            .where('portal_id', '=', portalId)
            .where('name', '=', name)
            .where('version', '=', fromVersion)
            .executeTakeFirst();
    const rows = 'numUpdatedRows' in written ? written.numUpdatedRows : (written.numInsertedOrUpdatedRows ?? 0n);
    if (rows === 0n) return false;
    await recordAudit({ db: transaction, portalId }, audit);
    return true;
  });
}
