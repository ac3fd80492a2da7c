import { z } from 'zod';
import { AccountKind } from '../accounts/account.schemas.js';
import { DateOnly, EmailAddress, Id, NamePart, Timestamp, listOf } from '../http/values.js';
import { AllocationRole } from '../staff/staff.schemas.js';

/** A person of the service as a list shows them. The person's id is also the id of their account. */
export const PersonSummary = z.object({
  id: Id,
  kind: AccountKind,
  firstName: z.string(),
  lastName: z.string(),
  dateOfBirth: DateOnly.nullable(),
  teamName: z.string().nullable(),
});
export type PersonSummary = z.infer<typeof PersonSummary>;
export const PersonList = listOf(PersonSummary);

/** Who cares for whom, and when. `endsOn` is the last day, null while it is open. */
export const Placement = z.object({
  id: Id,
  carerId: Id,
  carerName: z.string(),
  childId: Id,
  childName: z.string(),
  startsOn: DateOnly,
  endsOn: DateOnly.nullable(),
});
export type Placement = z.infer<typeof Placement>;

/** Which worker looks after the person, and as what. */
export const Allocation = z.object({
  id: Id,
  workerId: Id,
  workerName: z.string(),
  role: AllocationRole,
  startsAt: Timestamp,
  endsAt: Timestamp.nullable(),
});
export type Allocation = z.infer<typeof Allocation>;

/** The carer's sign-in, when there is one. */
export const PersonUser = z.object({
  id: Id,
  email: z.string(),
  isPhoneConfirmed: z.boolean(),
  isLocked: z.boolean(),
  lastSignInAt: Timestamp.nullable(),
  /** Since when mail to the address comes back, so that no notice is sent; null while it arrives. */
  mailBouncedAt: Timestamp.nullable(),
});
export type PersonUser = z.infer<typeof PersonUser>;

/** One person with what a worker needs at a glance. */
export const Person = PersonSummary.extend({
  email: z.string().nullable(),
  phone: z.string().nullable(),
  household: z.array(z.object({ id: Id, name: z.string() })),
  placements: z.array(Placement),
  allocations: z.array(Allocation),
  user: PersonUser.nullable(),
});
export type Person = z.infer<typeof Person>;

/** `phone` is the number on file, as typed; it is compared with the one that the carer enrols. */
export const CreateCarer = z.strictObject({
  firstName: NamePart,
  lastName: NamePart,
  email: EmailAddress,
  phone: z.string().trim().min(4).max(32).optional(),
});
export type CreateCarer = z.infer<typeof CreateCarer>;

export const CreateChild = z.strictObject({
  firstName: NamePart,
  lastName: NamePart,
  dateOfBirth: DateOnly,
});
export type CreateChild = z.infer<typeof CreateChild>;

/** Only what is given changes. */
export const UpdatePerson = z.strictObject({
  firstName: NamePart.optional(),
  lastName: NamePart.optional(),
  dateOfBirth: DateOnly.optional(),
  email: EmailAddress.optional(),
  phone: z.string().trim().min(4).max(32).nullable().optional(),
});
export type UpdatePerson = z.infer<typeof UpdatePerson>;

export const PlaceChild = z.strictObject({ carerId: Id, childId: Id, startsOn: DateOnly });
export type PlaceChild = z.infer<typeof PlaceChild>;

export const EndPlacement = z.strictObject({ endsOn: DateOnly });
export type EndPlacement = z.infer<typeof EndPlacement>;

export const LinkHousehold = z.strictObject({ withPersonId: Id });
export type LinkHousehold = z.infer<typeof LinkHousehold>;

export const AllocateWorker = z.strictObject({ workerId: Id, role: AllocationRole });
export type AllocateWorker = z.infer<typeof AllocateWorker>;
