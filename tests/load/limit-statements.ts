// What the limit asks of the database: one statement a page, with the session and the right to see it joined in. The
// look of the result follows the contract, so that the two servers can be compared answer by answer.

/** Parameters: session, now, idle since, now. */
const SIGNED_IN = `FROM sessions s`;
const LIVE = `s.id = ? AND s.stage = 'signed_in' AND s.revokedAt IS NULL AND s.expiresAt > ? AND s.lastActivityAt > ?`;
const USABLE = `a.state IN ('active', 'grace') AND (a.endsAt IS NULL OR a.endsAt > ?)`;
const SESSION = `s.subjectId, s.lastActivityAt`;
const ACCOUNT = `a.id AS accessId, a.carerId, a.nickname, p.id AS personId, p.kind, p.details`;

/** Parameters: now, session, now, idle since. */
export const ACCOUNTS = `SELECT ${SESSION}, ${ACCOUNT},
    (SELECT SUM(r.unreadCount) FROM thread_readers r
      WHERE r.readerId = s.subjectId AND r.accountId = a.personId AND r.unreadCount > 0) AS unread
  ${SIGNED_IN}
  JOIN accesses a ON a.userId = s.subjectId AND ${USABLE}
  JOIN people p ON p.id = a.personId
  WHERE ${LIVE}`;

const NEWEST = `t.typeId, t.subject, t.lastMessageAt, y.name AS typeName,
    m.id AS messageId, m.author, m.body, m.withdrawnAt,
    u.id AS userId, u.firstName AS userFirst, u.lastName AS userLast,
    w.id AS workerId, w.firstName AS workerFirst, w.lastName AS workerLast`;
const WITH_NEWEST = `JOIN threads t ON t.id = r.threadId
  LEFT JOIN message_types y ON y.id = t.typeId
  LEFT JOIN messages m ON m.id = r.lastMessageId
  LEFT JOIN users u ON m.author = 'carer' AND u.id = m.authorId
  LEFT JOIN workers w ON m.author = 'worker' AND w.id = m.authorId`;

/** Parameters: account, now, session, now, idle since. */
export const MY_THREADS = `SELECT ${SESSION}, ${ACCOUNT}, r.threadId, r.lastMessageId, r.unreadCount, ${NEWEST}
  ${SIGNED_IN}
  JOIN accesses a ON a.userId = s.subjectId AND a.personId = ? AND ${USABLE}
  JOIN people p ON p.id = a.personId
  JOIN thread_readers r ON r.readerId = s.subjectId AND r.accountId = a.personId
  ${WITH_NEWEST}
  WHERE ${LIVE}
  ORDER BY r.unreadCount > 0 DESC, r.lastMessageId DESC LIMIT 21`;

/** Parameters: thread, now, session, now, idle since. */
export const MY_THREAD = `SELECT ${SESSION}, ${ACCOUNT}, r.threadId, r.lastMessageId, r.unreadCount, ${NEWEST},
    t.isPrivate, t.lockedAt, t.movedToThreadId,
    h.id AS withId, h.firstName AS withFirst, h.lastName AS withLast, e.name AS teamName
  ${SIGNED_IN}
  JOIN thread_readers r ON r.threadId = ? AND r.readerId = s.subjectId
  JOIN accesses a ON a.userId = s.subjectId AND a.personId = r.accountId AND ${USABLE}
  JOIN people p ON p.id = a.personId
  ${WITH_NEWEST}
  LEFT JOIN workers h ON h.id = COALESCE(t.holderId, t.addresseeId)
  LEFT JOIN teams e ON e.id = t.teamId
  WHERE ${LIVE}`;

/** Parameters: thread. */
export const MESSAGES = `SELECT m.id, m.author, m.authorId, m.body, m.sentAt, m.withdrawnAt, d.side, d.readerId, d.readAt,
    u.id AS userId, u.firstName AS userFirst, u.lastName AS userLast,
    w.id AS workerId, w.firstName AS workerFirst, w.lastName AS workerLast,
    v.id AS readUserId, v.firstName AS readUserFirst, v.lastName AS readUserLast,
    x.id AS readWorkerId, x.firstName AS readWorkerFirst, x.lastName AS readWorkerLast
  FROM (SELECT * FROM messages WHERE threadId = ? ORDER BY id DESC LIMIT 31) m
  LEFT JOIN message_reads d ON d.messageId = m.id
  LEFT JOIN users u ON m.author = 'carer' AND u.id = m.authorId
  LEFT JOIN workers w ON m.author = 'worker' AND w.id = m.authorId
  LEFT JOIN users v ON d.side = 'carer' AND v.id = d.readerId
  LEFT JOIN workers x ON d.side = 'worker' AND x.id = d.readerId
  ORDER BY m.id, d.readAt, d.id`;

const RANGE = (column: string, state: string, isUrgent: 0 | 1) =>
  `(SELECT id, isUrgent, lastMessageId FROM threads WHERE ${column} = ? AND state = '${state}' AND isUrgent = ${isUrgent}
    AND lastMessageId <> id ORDER BY lastMessageId LIMIT 51)`;
const MINE = [
  RANGE('holderId', 'claimed', 1),
  RANGE('holderId', 'claimed', 0),
  RANGE('holderId', 'waiting_worker', 1),
  RANGE('holderId', 'waiting_worker', 0),
  RANGE('addresseeId', 'new', 1),
  RANGE('addresseeId', 'new', 0),
].join(' UNION ALL ');

/** Parameters: session, now, idle since. */
export const WORKER = `SELECT ${SESSION}, o.workerId AS coveredId FROM sessions s JOIN workers w ON w.id = s.subjectId
  LEFT JOIN covers o ON o.coverId = w.id AND o.startsOn <= ? AND o.endsOn >= ? AND o.endedAt IS NULL
  WHERE w.isActive = 1 AND ${LIVE}`;

/** Parameters: the worker, six times. */
export const INBOX = `SELECT t.*, m.id AS messageId, m.body, m.withdrawnAt, y.name AS typeName,
    pa.details AS accountDetails, pc.details AS carerDetails,
    wa.firstName AS addresseeFirst, wa.lastName AS addresseeLast,
    wh.firstName AS holderFirst, wh.lastName AS holderLast
  FROM (SELECT * FROM (${MINE}) r ORDER BY isUrgent DESC, lastMessageId LIMIT 51) k
  JOIN threads t ON t.id = k.id
  JOIN people pa ON pa.id = t.accountId
  JOIN people pc ON pc.id = t.carerId
  LEFT JOIN messages m ON m.id = t.lastMessageId
  LEFT JOIN message_types y ON y.id = t.typeId
  LEFT JOIN workers wa ON wa.id = t.addresseeId
  LEFT JOIN workers wh ON wh.id = t.holderId
  ORDER BY k.isUrgent DESC, k.lastMessageId`;

/** Parameters: place, account, now, session, now, idle since. */
export const DRAFT = `SELECT ${SESSION}, p.dataKeyId, d.id, d.revision
  ${SIGNED_IN}
  JOIN accesses a ON a.userId = s.subjectId AND a.personId = ? AND ${USABLE}
  JOIN people p ON p.id = a.personId
  LEFT JOIN drafts d ON d.placeKey = SHA2(CONCAT(s.subjectId, ?), 256)
  WHERE ${LIVE}`;

export const NEW_DRAFT = `INSERT INTO drafts (id, userId, accountId, kind, targetId, placeKey, content, revision, savedAt)
  VALUES (?, ?, ?, ?, ?, SHA2(CONCAT(?, ?), 256), ?, 1, ?)`;
export const SAVE_DRAFT = `UPDATE drafts SET content = ?, savedAt = ?, revision = revision + 1 WHERE id = ? AND revision = ?`;

export const EXTEND = `UPDATE sessions SET lastActivityAt = ?
  WHERE id = ? AND revokedAt IS NULL AND lastActivityAt > ? AND lastActivityAt <= ?`;

export const HEAD = `SELECT seq, hash FROM audit_head WHERE id = 'head' FOR UPDATE`;
export const FIRST_HEAD = `INSERT IGNORE INTO audit_head (id, seq, hash) VALUES ('head', 0, REPEAT('0', 64))`;
export const AUDIT = `INSERT INTO audit_events (id, seq, at, actorKind, actorId, onBehalfOf, sessionId, ip, requestId,
    action, objectType, objectId, outcome, detail, prevHash, hash)
  VALUES (?, ?, ?, 'carer', ?, NULL, ?, '127.0.0.1', ?, ?, ?, ?, 'done', '{}', ?, ?)`;
export const MOVE_HEAD = `UPDATE audit_head SET seq = ?, hash = ? WHERE id = 'head'`;
export const DATA_KEY = `SELECT wrappedKey FROM data_keys WHERE id = ?`;
