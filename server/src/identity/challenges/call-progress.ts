import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../clock/clock.js';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { systemContext } from '../../request/request-context.js';
import { type CallStep, ReportListeners } from '../../notifications/index.js';
import { UsersRepository } from '../users/users.repository.js';
import { CallsRepository, type CallMoment } from './calls.repository.js';
import { KEY_WITHIN_MS, PROMPT_WITHIN_MS } from './challenge-rules.js';
import type { CallState } from './challenge.entity.js';
import { StepLocks } from './step-locks.js';

const unanswered: CallState[] = ['calling'];
const beforePrompt: CallState[] = ['calling', 'answered'];

/** Why a call confirmed nothing, as the audit log keeps it. */
type Failure = 'machine' | 'ended' | 'not_made' | 'wrong_key';

/** What the voice gateway reports of a call, and what follows from it (security-rules 5.6). */
@Injectable()
export class CallProgress implements OnModuleInit {
  constructor(
    private readonly calls: CallsRepository,
    private readonly users: UsersRepository,
    private readonly locks: StepLocks,
    private readonly reports: ReportListeners,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.reports.onCall((step) => this.follow(step));
  }

  /** In the transaction that takes the report in. */
  private async follow({ challengeId, callId, event, key, isMachine }: CallStep): Promise<void> {
    const moment = { challengeId, callId, now: this.clock.now() };
    // A greeting may hold tones: whatever a machine seems to press counts for nothing, this was not me included.
    if (isMachine) return this.fail(moment, 'machine');
    if (event === 'ended') return this.fail(moment, 'ended');
    if (event === 'failed') return this.fail(moment, 'not_made');
    if (event === 'answered') return this.step(moment, unanswered, 'answered', PROMPT_WITHIN_MS);
    if (event === 'prompted') return this.step(moment, beforePrompt, 'prompted', KEY_WITHIN_MS);
    if (key === '1') return this.deny(moment);
    await this.press(moment, key ?? '');
  }

  private async step(
    moment: CallMoment,
    from: CallState[],
    callState: CallState,
    withinMs: number,
  ): Promise<void> {
    const callDeadline = new Date(moment.now.getTime() + withinMs);
    await this.calls.move(moment, from, { callState, callDeadline });
  }

  private async fail(moment: CallMoment, cause: Failure): Promise<void> {
    const isFailed = await this.calls.fail(moment, cause === 'machine');
    if (isFailed) await this.note(moment, 'challenge.call_failed', { cause });
  }

  /** Only after the prompt and within 20 seconds of it does a key confirm; any other time it ends the call. */
  private async press(moment: CallMoment, key: string): Promise<void> {
    const challenge = await this.calls.find(moment);
    const typed = challenge?.keysTyped ?? '';
    const isTyped = this.settings.voiceMode === 'type_number';
    if (challenge?.callState === 'prompted' && isTyped && /^\d$/.test(key) && typed.length < 2) {
      await this.calls.type(moment, typed, key);
      return;
    }
    const isRight = key === '#' && (!isTyped || typed === challenge?.digits);
    if (isRight && (await this.calls.move(moment, ['prompted'], { callState: 'confirmed' }))) {
      return this.note(moment, 'challenge.call_confirmed');
    }
    await this.fail(moment, 'wrong_key');
  }

  /**
   * 'This was not me': somebody else has the password. It counts whenever it is pressed, also before the words are over,
   * after a wrong key, or when its report comes late. The step stays locked until a worker has spoken to the carer.
   */
  private async deny(moment: CallMoment): Promise<void> {
    const challenge = await this.calls.find(moment);
    if (!challenge || !(await this.calls.deny(moment))) return;
    await this.note(moment, 'challenge.denied', {}, challenge.subject);
    await this.locks.lockUntilCleared(
      systemContext(),
      await this.users.get(challenge.subject),
      'call_denied',
    );
  }

  private note({ challengeId }: CallMoment, action: string, detail = {}, onBehalfOf?: string): Promise<void> {
    const act = { action, objectType: 'challenge', objectId: challengeId, detail };
    return this.audit.record(systemContext(), onBehalfOf === undefined ? act : { ...act, onBehalfOf });
  }
}
