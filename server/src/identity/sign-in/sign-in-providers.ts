import { AttemptBucketsRepository } from './attempt-buckets.repository.js';
import { AttemptBuckets } from './attempt-buckets.js';
import { ChangePassword } from './change-password.js';
import { MySignIn } from './my-sign-in.js';
import { PasswordAttempts } from './password-attempts.js';
import { PasswordOwners } from './password-owners.js';
import { RequestReset } from './request-reset.js';
import { ResetPassword } from './reset-password.js';
import { SignIn } from './sign-in.js';

export const signInProviders = [
  AttemptBucketsRepository,
  AttemptBuckets,
  ChangePassword,
  MySignIn,
  PasswordAttempts,
  PasswordOwners,
  RequestReset,
  ResetPassword,
  SignIn,
];
