import { EnrolTotp } from './enrol-totp.js';
import { RequestWorkerReset } from './request-worker-reset.js';
import { SecondFactor } from './second-factor.js';
import { SetWorkerPassword } from './set-worker-password.js';
import { VerifyTotp } from './verify-totp.js';
import { WorkerSessions } from './worker-sessions.js';
import { WorkerSignIn } from './worker-sign-in.js';

export const workerSignInProviders = [
  EnrolTotp,
  RequestWorkerReset,
  SecondFactor,
  SetWorkerPassword,
  VerifyTotp,
  WorkerSessions,
  WorkerSignIn,
];
