import type {
  Draft,
  DraftPlace,
  Message,
  MessageType,
  MyThread,
  MyThreadSummary,
  Recipient,
  Recording,
  RecordingSummary,
} from '@cso/contract';
import '../features/accounts/AccountFrame.vue';
import { writingTexts } from '../features/messages/routes';
import { sam } from './people';

// Pages and texts are fetched at the first visit. A test that waits for a page is not to wait for that too.
await writingTexts();

const id = (end: string) => `018f4b1e-7d0a-7c3e-9a55-6f0d2b1c${end}`;

export const askWorker: MessageType = {
  id: id('7a01'),
  kind: 'conversation',
  name: 'Message your worker',
  guidance: 'We answer within two working days.',
  isBuiltIn: true,
  isActive: true,
};
export const recordingType: MessageType = {
  ...askWorker,
  id: id('7a02'),
  kind: 'recording',
  name: 'Foster carer recording',
  guidance: '',
};
export const types = { items: [askWorker, recordingType] };

export const olivia: Recipient = {
  choice: 'childs_worker',
  workerName: 'Olivia Hart',
  teamName: 'North team',
  cover: null,
};
export const team: Recipient = { choice: 'team', workerName: null, teamName: 'North team', cover: null };

export const fromOlivia: Message = {
  id: id('7b01'),
  author: 'worker',
  authorName: 'Olivia Hart',
  isMine: false,
  body: 'How was school?',
  sentAt: '2026-03-26T09:32:00.000Z',
  withdrawnAt: null,
  readBy: [],
};
export const fromMe: Message = {
  ...fromOlivia,
  id: id('7b02'),
  author: 'carer',
  authorName: 'Jo Carer',
  isMine: true,
  body: 'A good day.',
  sentAt: '2026-03-27T09:32:00.000Z',
};

const about = {
  id: id('7c01'),
  accountId: sam.id,
  accountName: sam.name,
  nickname: null,
  typeName: askWorker.name,
  subject: 'School this week',
  lastMessageAt: fromMe.sentAt,
  unreadCount: 0,
  isWaiting: true,
  isMoved: false,
};
export const summary: MyThreadSummary = { ...about, excerpt: 'A good day.', lastAuthorName: 'Jo Carer' };
export const thread: MyThread = {
  ...about,
  withWhom: 'Olivia Hart',
  isPrivate: false,
  replyRefusal: null,
  movedTo: null,
  messages: [fromOlivia, fromMe],
};
export const sent = { threadId: thread.id, messageId: id('7b03'), sentTo: 'Olivia Hart', cover: null };

export function draftAt(place: Omit<DraftPlace, 'accountId'>, content: Draft['content']): Draft {
  return {
    id: id('7d01'),
    place: { accountId: sam.id, ...place },
    accountName: sam.name,
    content,
    revision: 3,
    savedAt: '2026-03-27T14:32:00.000Z',
    isFrozen: false,
  };
}
export const saved = { id: id('7d01'), revision: 1, savedAt: '2026-03-27T14:32:00.000Z' };

const recorded = {
  id: id('7e01'),
  accountId: sam.id,
  childName: sam.name,
  authorName: 'Jo Carer',
  coversFrom: '2026-03-20',
  coversTo: '2026-03-22',
  sentAt: '2026-03-23T09:32:00.000Z',
  daysLate: 1,
  isRead: true,
  needsCountersign: true,
  countersignedAt: null,
};
export const recordingRow: RecordingSummary = {
  ...recorded,
  excerpt: 'We went to the park.',
  additionCount: 0,
};
export const recording: Recording = {
  ...recorded,
  content: { facts: 'We went to the park.', opinion: 'A calm day.', childsWords: 'Again!' },
  additions: [],
  countersignedBy: null,
  readBy: [{ name: 'Olivia Hart', readAt: '2026-03-24T09:32:00.000Z' }],
  fromThreadId: null,
  canAdd: true,
};
