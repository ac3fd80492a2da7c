import type { Access, Activation, Invitation, Person, PersonUser, Task } from '@cso/contract';

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

export const buildInvitation = (changes: Partial<Invitation> = {}): Invitation => ({
  id: idOf(50),
  carerId,
  carerName: 'Sandra Okafor',
  email: 'sandra@example.org',
  state: 'code_sent',
  accesses: [{ id: idOf(30), accountId: childId, name: 'Mia Hollins', kind: 'child', state: 'proposed' }],
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
  firstApprovedBy: null,
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
    },
    {
      id: idOf(30),
      accountId: childId,
      name: 'Mia Hollins',
      kind: 'child',
      placedFrom: '2025-03-01',
      placedTo: null,
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
