import { CallProgress } from './call-progress.js';
import { CallsRepository } from './calls.repository.js';
import { ChallengeAnswers } from './challenge-answers.js';
import { ChallengesRepository } from './challenges.repository.js';
import { DeliveryFailures } from './delivery-failures.js';
import { EmailCodes } from './email-codes.js';
import { MovedPhones } from './moved-phones.js';
import { NewChallenges } from './new-challenge.js';
import { PhoneChallenges } from './phone-challenges.js';
import { PhoneMessages } from './phone-messages.js';
import { PhoneProven } from './phone-proven.js';
import { SendChallenge } from './send-challenge.js';
import { SendingLimits } from './sending-limits.js';
import { StepLocks } from './step-locks.js';
import { StepUp } from './step-up.js';
import { TeamOfUser } from './team-of-user.js';
import { VerifyChallenge } from './verify-challenge.js';

export const challengeProviders = [
  CallProgress,
  CallsRepository,
  ChallengeAnswers,
  ChallengesRepository,
  DeliveryFailures,
  EmailCodes,
  MovedPhones,
  NewChallenges,
  PhoneChallenges,
  PhoneMessages,
  PhoneProven,
  SendChallenge,
  SendingLimits,
  StepLocks,
  StepUp,
  TeamOfUser,
  VerifyChallenge,
];
