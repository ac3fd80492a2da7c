import { AttemptBucketsRepository } from './attempt-buckets.repository.js';
import { AttemptBuckets } from './attempt-buckets.js';
import { DevicesRepository } from './devices.repository.js';
import { Devices } from './devices.js';
import { PasswordAttempts } from './password-attempts.js';
import { PasswordOwners } from './password-owners.js';
import { PhoneProven } from './phone-proven.js';
import { RequestReset } from './request-reset.js';
import { ResetPassword } from './reset-password.js';
import { SignIn } from './sign-in.js';

export const signInProviders = [
  AttemptBucketsRepository,
  AttemptBuckets,
  DevicesRepository,
  Devices,
  PasswordAttempts,
  PasswordOwners,
  PhoneProven,
  RequestReset,
  ResetPassword,
  SignIn,
];
