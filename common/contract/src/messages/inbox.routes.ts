import { z } from 'zod';
import { route } from '../http/route.js';
import { Cursor, IdParams } from '../http/values.js';
import { RecordingSent } from '../recordings/recording.schemas.js';
import {
  ClaimThread,
  ConvertToRecording,
  FileThread,
  InboxCounts,
  InboxThreadList,
  InboxView,
  LockThread,
  MoveThread,
  RedirectThread,
  ReplyAsWorker,
  SnoozeThread,
  ThreadsStarted,
  WorkerThread,
  WriteToCarers,
} from './inbox.schemas.js';
import { MarkRead } from './message.schemas.js';

const onThread = { method: 'POST', params: IdParams, reply: WorkerThread } as const;

/** The team's inbox and the worker's own. */
export const inboxRoutes = {
  list: route({
    operationId: 'listInbox',
    method: 'GET',
    path: '/api/inbox',
    summary: 'One list of the inbox: urgent first, then the longest wait; closed ones newest first.',
    query: z.strictObject({ view: InboxView, cursor: Cursor.optional() }),
    reply: InboxThreadList,
  }),
  counts: route({
    operationId: 'getInboxCounts',
    method: 'GET',
    path: '/api/inbox/counts',
    summary: 'How many threads and recordings wait.',
    reply: InboxCounts,
  }),
  get: route({
    operationId: 'getWorkerThread',
    method: 'GET',
    path: '/api/threads/:id',
    summary: 'One thread with its newest messages. Opening it is audited; it does not mark it read.',
    params: IdParams,
    query: z.strictObject({ cursor: Cursor.optional() }),
    reply: WorkerThread,
  }),
  write: route({
    operationId: 'writeToCarers',
    method: 'POST',
    path: '/api/threads',
    summary: 'A message from the team: one thread for each household and account.',
    body: WriteToCarers,
    reply: ThreadsStarted,
    isIdempotent: true,
  }),
  markRead: route({
    operationId: 'markWorkerThreadRead',
    method: 'POST',
    path: '/api/threads/:id/read',
    summary: 'The worker has seen the messages up to one; the carer is shown who read them.',
    params: IdParams,
    body: MarkRead,
  }),
  claim: route({
    ...onThread,
    operationId: 'claimThread',
    path: '/api/threads/:id/claim',
    summary: 'Takes a thread so that nobody else answers it; with a reason, over from its holder.',
    body: ClaimThread,
  }),
  release: route({
    ...onThread,
    operationId: 'releaseThread',
    path: '/api/threads/:id/release',
    summary: 'Gives a thread back to the team.',
  }),
  redirect: route({
    ...onThread,
    operationId: 'redirectThread',
    path: '/api/threads/:id/redirect',
    summary: 'Sends a thread on to another worker or team.',
    body: RedirectThread,
  }),
  reply: route({
    ...onThread,
    operationId: 'replyAsWorker',
    path: '/api/threads/:id/replies',
    summary: 'Answers the carer; only the holder may.',
    body: ReplyAsWorker,
    isIdempotent: true,
  }),
  close: route({
    ...onThread,
    operationId: 'closeThread',
    path: '/api/threads/:id/close',
    summary: 'Nothing more to do here; the carer may still write and it opens again.',
  }),
  reopen: route({
    ...onThread,
    operationId: 'reopenThread',
    path: '/api/threads/:id/reopen',
    summary: 'Opens a closed thread again, with me.',
  }),
  snooze: route({
    ...onThread,
    operationId: 'snoozeThread',
    path: '/api/threads/:id/snooze',
    summary: 'Comes back on a day, or as soon as the carer writes.',
    body: SnoozeThread,
  }),
  move: route({
    ...onThread,
    operationId: 'moveThread',
    path: '/api/threads/:id/move',
    summary: 'Moves a thread to the account that it is about; a stub stays on both sides.',
    body: MoveThread,
  }),
  lock: route({
    ...onThread,
    operationId: 'lockThread',
    path: '/api/threads/:id/lock',
    summary: 'Stops replies in a thread; the carer keeps another way to write to the team.',
    body: LockThread,
  }),
  unlock: route({
    ...onThread,
    operationId: 'unlockThread',
    path: '/api/threads/:id/unlock',
    summary: 'Lets the carer reply again.',
  }),
  withdraw: route({
    operationId: 'withdrawMessage',
    method: 'POST',
    path: '/api/messages/:id/withdraw',
    summary: 'Takes back a message of one’s own: unread it is gone, read it stays and is struck out.',
    params: IdParams,
  }),
  file: route({
    ...onThread,
    operationId: 'fileThread',
    path: '/api/threads/:id/filings',
    summary:
      'Notes that a copy of the whole thread was filed; STATE_CHANGED when it is not the whole any more.',
    body: FileThread,
  }),
  convert: route({
    operationId: 'convertToRecording',
    method: 'POST',
    path: '/api/threads/:id/recordings',
    summary: 'Files a carer’s message as a recording about a child.',
    params: IdParams,
    body: ConvertToRecording,
    reply: RecordingSent,
    isIdempotent: true,
  }),
};
