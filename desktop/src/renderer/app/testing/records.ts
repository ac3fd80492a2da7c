import type {
  Access,
  Activation,
  InboxThread,
  Invitation,
  InvitedAccess,
  Message,
  Person,
  PersonUser,
  Recording,
  RecordingSummary,
  Task,
  WorkerThread,
} from '@cso/contract';

/** An id with `n` in it, so that a failing test shows which record is meant. */
export const idOf = (n: number): string => `018f4b1e-7d0a-7c3e-9a55-${String(n).padStart(12, '0')}`;

const carerId = idOf(10);
const childId = idOf(11);

export const buildPerson = (changes: Partial<Person> = {}): Person => ({
  id: carerId,
  kind: 'carer',
  firstName: 'Sandra',
  lastName: 'Okafor',
  dateOfBirth: null,
  teamName: 'Fostering North',
  email: 'sandra@example.org',
  phone: '07700 900123',
  household: [],
  placements: [
    {
      id: idOf(20),
      carerId,
      carerName: 'Sandra Okafor',
      childId,
      childName: 'Mia Hollins',
      startsOn: '2025-03-01',
      endsOn: null,
    },
    {
      id: idOf(21),
      carerId,
      carerName: 'Sandra Okafor',
      childId: idOf(12),
      childName: 'Sam Reed',
      startsOn: '2023-06-10',
      endsOn: '2024-09-01',
    },
  ],
  allocations: [],
  user: null,
  ...changes,
});

export const buildUser = (changes: Partial<PersonUser> = {}): PersonUser => ({
  id: idOf(40),
  email: 'sandra@example.org',
  isPhoneConfirmed: true,
  isLocked: false,
  lastSignInAt: null,
  mailBouncedAt: null,
  ...changes,
});

export const buildAccess = (changes: Partial<Access> = {}): Access => ({
  id: idOf(30),
  accountId: childId,
  accountName: 'Mia Hollins',
  kind: 'child',
  userId: idOf(40),
  carerId,
  carerName: 'Sandra Okafor',
  state: 'active',
  startsAt: null,
  endsAt: null,
  ...changes,
});

export const buildInvitedAccess = (changes: Partial<InvitedAccess> = {}): InvitedAccess => ({
  id: idOf(30),
  accountId: childId,
  name: 'Mia Hollins',
  kind: 'child',
  state: 'proposed',
  acceptedAt: null,
  activatedAt: null,
  ...changes,
});

export const buildInvitation = (changes: Partial<Invitation> = {}): Invitation => ({
  id: idOf(50),
  carerId,
  carerName: 'Sandra Okafor',
  email: 'sandra@example.org',
  state: 'code_sent',
  accesses: [buildInvitedAccess()],
  invitedBy: 'Daniel Carter',
  createdAt: '2026-03-01T10:00:00.000Z',
  codeIssuedAt: '2026-03-27T09:32:00.000Z',
  codeExpiresAt: '2026-04-10T09:32:00.000Z',
  linkExpiresAt: null,
  triesLeft: 5,
  resendsLeftToday: 3,
  identifiedBy: null,
  confirmedBy: null,
  confirmedAt: null,
  user: null,
  closedReason: null,
  ...changes,
});

export const buildActivation = (changes: Partial<Activation> = {}): Activation => ({
  invitationId: idOf(50),
  carerId,
  carerName: 'Sandra Okafor',
  userName: 'Sandra J Okafor',
  email: 'sandra@example.org',
  phone: { comparison: 'match', enrolled: '+44 7700 900123', onFile: '07700 900123' },
  identifiedBy: 'in_person',
  invitedBy: 'Daniel Carter',
  confirmedBy: 'Daniel Carter',
  confirmedAt: '2026-03-27T09:32:00.000Z',
  acceptedAt: '2026-03-28T09:32:00.000Z',
  needsSecondApprover: false,
  refusal: null,
  accesses: [
    {
      id: idOf(31),
      accountId: carerId,
      name: 'Sandra Okafor',
      kind: 'carer',
      placedFrom: null,
      placedTo: null,
      firstApprovedBy: null,
    },
    {
      id: idOf(30),
      accountId: childId,
      name: 'Mia Hollins',
      kind: 'child',
      placedFrom: '2025-03-01',
      placedTo: null,
      firstApprovedBy: null,
    },
  ],
  ...changes,
});

export const buildTask = (changes: Partial<Task> = {}): Task => ({
  id: idOf(60),
  kind: 'invitation_bounced',
  state: 'claimed',
  personId: carerId,
  personName: 'Sandra Okafor',
  about: { kind: 'invitation', id: idOf(50) },
  isUrgent: true,
  assigneeId: null,
  assigneeName: null,
  createdAt: '2026-03-27T09:32:00.000Z',
  doneAt: null,
  ...changes,
});

export const buildThread = (changes: Partial<WorkerThread> = {}): WorkerThread => ({
  id: idOf(70),
  accountId: childId,
  accountName: 'Mia Hollins',
  carerId,
  carerName: 'Sandra Okafor',
  typeName: 'Message your worker',
  subject: 'School trip',
  state: 'new',
  addresseeName: 'Priya Nair',
  holderId: null,
  holderName: null,
  isUrgent: false,
  isLocked: false,
  isEscalated: false,
  unreadCount: 1,
  lastMessageAt: '2026-03-27T09:32:00.000Z',
  waitingSince: '2026-03-27T09:32:00.000Z',
  snoozedUntil: null,
  isPrivate: false,
  movedToThreadId: null,
  messages: [buildMessage()],
  history: [],
  ...changes,
});

export const buildMessage = (changes: Partial<Message> = {}): Message => ({
  id: idOf(71),
  author: 'carer',
  authorName: 'Sandra Okafor',
  isMine: false,
  body: 'May Mia go on the trip to York?',
  sentAt: '2026-03-27T09:32:00.000Z',
  withdrawnAt: null,
  readBy: [],
  ...changes,
});

/** A thread as the inbox lists it. */
export const buildInboxThread = (changes: Partial<InboxThread> = {}): InboxThread => ({
  ...buildThread(),
  excerpt: 'May Mia go on the trip to York?',
  ...changes,
});

export const buildRecordingSummary = (changes: Partial<RecordingSummary> = {}): RecordingSummary => ({
  id: idOf(100),
  accountId: childId,
  childName: 'Mia Hollins',
  authorName: 'Sandra Okafor',
  coversFrom: '2026-03-27',
  coversTo: '2026-03-27',
  sentAt: '2026-03-27T20:15:00.000Z',
  daysLate: 0,
  excerpt: 'We went to the farm.',
  additionCount: 0,
  isRead: true,
  needsCountersign: true,
  countersignedAt: null,
  ...changes,
});

export const buildRecording = (changes: Partial<Recording> = {}): Recording => ({
  ...buildRecordingSummary(),
  content: { facts: 'We went to the farm.', opinion: 'She seemed calmer.', childsWords: '' },
  additions: [
    {
      id: idOf(102),
      authorName: 'Sandra Okafor',
      sentAt: '2026-03-28T08:00:00.000Z',
      content: { facts: 'She slept well.', opinion: 'Good.', childsWords: 'I like goats.' },
      countersignedAt: null,
    },
  ],
  countersignedBy: null,
  readBy: [{ name: 'Priya Nair', readAt: '2026-03-28T09:00:00.000Z' }],
  fromThreadId: null,
  canAdd: false,
  ...changes,
});
