import { z } from 'zod';

/**
 * What an actor may do. A carer's permissions follow from how far the sign-in has come, a worker's from the role.
 * Which rows they may do it to is the features' policies' business (architecture: Access).
 */
export const Permission = {
  /** Carer: has proven nothing yet; may verify an e-mail address and choose a password. */
  SignUp: 'sign-up',
  /** Carer or worker: asked for a password reset in this browser. */
  ResetPassword: 'reset-password',
  /** Carer: has a password and must give a phone number. */
  EnrolPhone: 'enrol-phone',
  /** Carer: has given the password and must prove the phone. */
  VerifyPhone: 'verify-phone',
  /** Carer: signed in. */
  UseOwnAccounts: 'use-own-accounts',
  /** Carer: waits for a text or a call, whatever it is for. */
  FollowChallenge: 'follow-challenge',
  /** Carer: signed in; the password, the phone, and the devices that are signed in. */
  ManageOwnSignIn: 'manage-own-sign-in',
  /** Anyone signed in, carer or worker: keep the session, and be told of changes. */
  KeepSession: 'keep-session',
  EnrolTotp: 'enrol-totp',
  VerifyTotp: 'verify-totp',
  ViewPeople: 'view-people',
  EditPeople: 'edit-people',
  InviteCarers: 'invite-carers',
  UnlockInvitations: 'unlock-invitations',
  ActivateAccess: 'activate-access',
  EndAccess: 'end-access',
  WorkOnTasks: 'work-on-tasks',
  SupportUsers: 'support-users',
  AnswerMessages: 'answer-messages',
  LockThreads: 'lock-threads',
  CountersignRecordings: 'countersign-recordings',
  EditAnswerTemplates: 'edit-answer-templates',
  EditMessageTypes: 'edit-message-types',
  ViewStaff: 'view-staff',
  EditStaff: 'edit-staff',
  ReadAuditLog: 'read-audit-log',
} as const;
export type Permission = (typeof Permission)[keyof typeof Permission];

/** What a worker is employed to do (domain 5.5). Admins see no case data; auditors see the audit log only. */
export const WorkerRole = z.enum([
  'caseworker',
  'team_manager',
  'form_designer',
  'records_officer',
  'admin',
  'auditor',
]);
export type WorkerRole = z.infer<typeof WorkerRole>;

const caseworker: Permission[] = [
  Permission.ViewPeople,
  Permission.EditPeople,
  Permission.InviteCarers,
  Permission.ActivateAccess,
  Permission.EndAccess,
  Permission.WorkOnTasks,
  Permission.SupportUsers,
  Permission.AnswerMessages,
  Permission.CountersignRecordings,
  Permission.ViewStaff,
];

/** The permissions of each role; the matrix that a council's governance lead signs off. */
export const permissionsOfRole: Record<WorkerRole, readonly Permission[]> = {
  caseworker,
  team_manager: [
    ...caseworker,
    Permission.UnlockInvitations,
    Permission.LockThreads,
    Permission.EditAnswerTemplates,
  ],
  form_designer: [],
  records_officer: [Permission.ViewPeople],
  admin: [Permission.ViewStaff, Permission.EditStaff, Permission.EditMessageTypes],
  auditor: [Permission.ReadAuditLog],
};
