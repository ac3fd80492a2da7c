import type { Challenge as ChallengeView, ChallengeState } from '@cso/contract';
import { resendWaitMs } from './challenge-rules.js';
import type { CallState, Challenge } from './challenge.entity.js';

const stateOfCall: Record<CallState, ChallengeState> = {
  calling: 'calling',
  answered: 'answered',
  prompted: 'answered',
  confirmed: 'confirmed',
  failed: 'failed',
  denied: 'denied',
};

/** Where the challenge stands now: computed from its row and the clock, so no job has to be in time. */
export function stateOf(challenge: Challenge, now: Date): ChallengeState {
  if (challenge.consumedAt) return 'used';
  if (challenge.callState === 'denied') return 'denied';
  if (challenge.attempts >= challenge.maxAttempts) return 'locked';
  if (challenge.supersededAt || challenge.expiresAt <= now) return 'expired';
  if (challenge.deliveryFailedAt) return 'failed';
  return challenge.callState ? stateOfLiveCall(challenge, challenge.callState, now) : 'sent';
}

function stateOfLiveCall({ callDeadline }: Challenge, callState: CallState, now: Date): ChallengeState {
  const isWaiting = callState !== 'confirmed' && callState !== 'failed';
  if (isWaiting && callDeadline && callDeadline <= now) return 'failed';
  return stateOfCall[callState];
}

/** When Send new code is possible again, from the present. */
function resendAfterMs({ channel, sendNumber, createdAt }: Challenge, now: Date): number {
  return Math.max(0, createdAt.getTime() + resendWaitMs(channel, sendNumber) - now.getTime());
}

/** What the page sees. `destination` only at set-up, where it was just typed (security-rules 5.5). */
export function viewOf(challenge: Challenge, now: Date, destination: string | null): ChallengeView {
  return {
    id: challenge.id,
    channel: challenge.channel === 'call' ? 'call' : 'text',
    state: stateOf(challenge, now),
    ...(challenge.digits === null ? {} : { digits: challenge.digits }),
    ...(destination === null ? {} : { destination }),
    expiresInMs: Math.max(0, challenge.expiresAt.getTime() - now.getTime()),
    resendAfterMs: resendAfterMs(challenge, now),
  };
}
