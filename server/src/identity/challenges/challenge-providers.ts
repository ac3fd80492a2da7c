import { CallProgress } from './call-progress.js';
import { CallsRepository } from './calls.repository.js';
import { ChallengesRepository } from './challenges.repository.js';
import { DeliveryFailures } from './delivery-failures.js';
import { EmailCodes } from './email-codes.js';
import { MovedPhones } from './moved-phones.js';
import { NewChallenges } from './new-challenge.js';
import { PhoneMessages } from './phone-messages.js';
import { PhoneProven } from './phone-proven.js';
import { SendChallenge } from './send-challenge.js';
import { SendingLimits } from './sending-limits.js';
import { StepLocks } from './step-locks.js';
import { TeamOfUser } from './team-of-user.js';
import { VerifyChallenge } from './verify-challenge.js';

export const challengeProviders = [
  CallProgress,
  CallsRepository,
  ChallengesRepository,
  DeliveryFailures,
  EmailCodes,
  MovedPhones,
  NewChallenges,
  PhoneMessages,
  PhoneProven,
  SendChallenge,
  SendingLimits,
  StepLocks,
  TeamOfUser,
  VerifyChallenge,
];
