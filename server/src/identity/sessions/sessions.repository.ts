import { Injectable } from '@nestjs/common';
import type { WorkerRole } from '@cso/contract';
import { IsNull, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { changeIf, changeWhere } from '../../database/changes.js';
import { Database } from '../../database/database.js';
import { inList } from '../../database/prepared-statements.js';
import type { SessionCompanion } from './session-companion.repository.js';
import { Session, type SessionKind, type SessionStage } from './session.entity.js';

/** A session with what the guard asks of its worker. */
export interface OpenedSession {
  readonly id: string;
  readonly kind: SessionKind;
  readonly stage: SessionStage;
  readonly subjectId: string | null;
  readonly lastActivityAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly role: WorkerRole | null;
  readonly teamId: string | null;
  readonly isActive: boolean;
}

interface OpenedWithRows {
  readonly session: OpenedSession;
  readonly rows: readonly object[];
}

type OpenedRow = Omit<OpenedSession, 'lastActivityAt' | 'expiresAt' | 'revokedAt' | 'isActive'> & {
  readonly [At in 'lastActivityAt' | 'expiresAt']: Date | string;
} & { readonly revokedAt: Date | string | null; readonly isActive: number | null };

// One statement on the way of every request: through entities it would cost several times as much (performance 3).
const OPEN_COLUMNS = `s.id, s.kind, s.stage, s.subjectId, s.lastActivityAt, s.expiresAt, s.revokedAt,
  w.role, w.teamId, w.isActive`;
const OPEN_FROM = `FROM sessions s LEFT JOIN workers w ON s.kind = 'worker' AND w.id = s.subjectId`;
const OPEN = `SELECT ${OPEN_COLUMNS} ${OPEN_FROM} WHERE s.id`;

const EXTEND = `UPDATE sessions SET lastActivityAt = ?
  WHERE id = ? AND revokedAt IS NULL AND lastActivityAt > ? AND lastActivityAt <= ?`;

@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  async open(id: string): Promise<OpenedSession | null> {
    const [row] = await this.database.selectRows<OpenedRow>(`${OPEN} = ?`, [id]);
    return row ? openedOf(row) : null;
  }

  /** As `open`, with the companion's rows. */
  async openWith(id: string, companion: SessionCompanion): Promise<OpenedWithRows | null> {
    const { selection, joins, extra } = companion;
    const columns = `${OPEN_COLUMNS}, ${this.database.columnsOf(selection)}, ${extra}`;
    const sql = `SELECT ${columns} ${OPEN_FROM} ${joins} WHERE s.id = ?`;
    const found = await this.database.selectRows<OpenedRow>(sql, [id]);
    const [first] = found;
    if (!first) return null;
    const rows = this.database
      .entitiesOf(selection, found)
      .flatMap((row, index) =>
        (Object.values(row) as unknown[]).includes(null) ? [] : [Object.assign(found[index]!, row)],
      );
    return { session: openedOf(first), rows };
  }

  async openAll(ids: readonly string[]): Promise<OpenedSession[]> {
    if (ids.length === 0) return [];
    const { places, values } = inList(ids);
    return (await this.database.selectRows<OpenedRow>(`${OPEN} IN ${places}`, values)).map(openedOf);
  }

  find(id: string): Promise<Session | null> {
    return this.database.run((manager) => manager.findOneBy(Session, { id }));
  }

  async insert(session: Session): Promise<void> {
    await this.database.run((manager) => manager.insert(Session, session));
  }

  /** Starts the idle time anew, unless the session ended or was extended after `extendedBefore`. */
  async extend(id: string, now: Date, times: { idleSince: Date; extendedBefore: Date }): Promise<void> {
    const { idleSince, extendedBefore } = times;
    await this.database.change(EXTEND, [now, id, idleSince, extendedBefore]);
  }

  verifyEmail(id: string, emailVerifiedAt: Date): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, Session, { where: { id, revokedAt: IsNull() }, set: { emailVerifiedAt } }),
    );
  }

  moveStage(id: string, from: SessionStage, to: SessionStage): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, Session, { where: { id, stage: from, revokedAt: IsNull() }, set: { stage: to } }),
    );
  }

  /** False when it had ended already. */
  revoke(id: string, revokedAt: Date): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, Session, { where: { id, revokedAt: IsNull() }, set: { revokedAt } }),
    );
  }

  /** Forgets those that have been over since `expiredBy`. */
  async removeOld(expiredBy: Date): Promise<void> {
    await this.database.run((manager) => manager.delete(Session, { expiresAt: LessThanOrEqual(expiredBy) }));
  }

  /** Of the user, last used first. */
  listSignedIn(subjectId: string, { now, idleSince }: { now: Date; idleSince: Date }): Promise<Session[]> {
    return this.database.run((manager) =>
      manager.find(Session, {
        where: {
          subjectId,
          stage: 'signed_in',
          revokedAt: IsNull(),
          expiresAt: MoreThan(now),
          lastActivityAt: MoreThan(idleSince),
        },
        order: { lastActivityAt: 'DESC', id: 'DESC' },
      }),
    );
  }

  /** How many there were, but for the one that is kept. */
  revokeAllOf(subjectId: string, revokedAt: Date, keptId?: string): Promise<number> {
    const others = keptId === undefined ? {} : { id: Not(keptId) };
    return this.database.run((manager) =>
      changeWhere(manager, Session, {
        where: { ...others, subjectId, revokedAt: IsNull(), expiresAt: MoreThan(revokedAt) },
        set: { revokedAt },
      }),
    );
  }
}

const openedOf = (row: OpenedRow): OpenedSession => ({
  id: row.id,
  kind: row.kind,
  stage: row.stage,
  subjectId: row.subjectId,
  role: row.role,
  teamId: row.teamId,
  lastActivityAt: instantOf(row.lastActivityAt),
  expiresAt: instantOf(row.expiresAt),
  revokedAt: row.revokedAt === null ? null : instantOf(row.revokedAt),
  isActive: row.isActive === null || Boolean(row.isActive),
});

/** SQLite gives the stored text, in UTC without saying so. */
const instantOf = (value: Date | string): Date =>
  value instanceof Date ? value : new Date(`${value.replace(' ', 'T')}Z`);
