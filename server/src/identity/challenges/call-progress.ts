import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../clock/clock.js';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { Database } from '../../database/database.js';
import { Events } from '../../events/index.js';
import { systemContext } from '../../http/request-context.js';
import { CallProgressed } from '../../notifications/index.js';
import { UsersRepository } from '../users/users.repository.js';
import { CallsRepository, type CallMoment } from './calls.repository.js';
import { KEY_WITHIN_MS, PROMPT_WITHIN_MS } from './challenge-rules.js';
import type { CallState, Challenge } from './challenge.entity.js';
import { StepLocks } from './step-locks.js';

const unanswered: CallState[] = ['calling'];
const beforePrompt: CallState[] = ['calling', 'answered'];
const waiting: CallState[] = ['calling', 'answered', 'prompted'];

/** What the voice gateway reports of a call, and what follows from it (security-rules 5.6). */
@Injectable()
export class CallProgress implements OnModuleInit {
  constructor(
    private readonly calls: CallsRepository,
    private readonly users: UsersRepository,
    private readonly locks: StepLocks,
    private readonly events: Events,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.events.on(CallProgressed, (event) => this.follow(event));
  }

  async follow({ challengeId, callId, event, key, isMachine }: CallProgressed): Promise<void> {
    const moment = { challengeId, callId, now: this.clock.now() };
    // A greeting may hold tones: whatever a machine seems to press counts for nothing.
    if (isMachine || event === 'ended' || event === 'failed') return this.fail(moment);
    if (event === 'answered') return this.step(moment, unanswered, 'answered', PROMPT_WITHIN_MS);
    if (event === 'prompted') return this.step(moment, beforePrompt, 'prompted', KEY_WITHIN_MS);
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

  private async fail(moment: CallMoment): Promise<void> {
    await this.calls.move(moment, waiting, { callState: 'failed' });
  }

  /** Only after the prompt does a key mean anything; before it, it ends the call. */
  private async press(moment: CallMoment, key: string): Promise<void> {
    const challenge = await this.calls.find(moment);
    if (!challenge || challenge.callState !== 'prompted') return this.fail(moment);
    const typed = challenge.keysTyped ?? '';
    if (key === '1') return this.deny(moment, challenge);
    if (this.settings.voiceMode === 'type_number' && /^\d$/.test(key) && typed.length < 2) {
      await this.calls.type(moment, typed, key);
      return;
    }
    const isConfirmed =
      key === '#' && (this.settings.voiceMode === 'press_hash' || typed === challenge.digits);
    if (!isConfirmed) return this.fail(moment);
    await this.calls.move(moment, ['prompted'], { callState: 'confirmed' });
  }

  /** 'This was not me': somebody else has the password. The step stays locked until a worker has spoken to the carer. */
  private deny(moment: CallMoment, { subject, id }: Challenge): Promise<void> {
    return this.database.transaction(async () => {
      const denial = { callState: 'denied', supersededAt: moment.now } as const;
      if (!(await this.calls.move(moment, ['prompted'], denial))) return;
      const context = systemContext();
      await this.audit.record(context, {
        action: 'challenge.denied',
        objectType: 'challenge',
        objectId: id,
        onBehalfOf: subject,
      });
      await this.locks.lockUntilCleared(context, await this.users.get(subject), 'call_denied');
    });
  }
}
