import {
  challengeRoutes,
  Permission,
  type ChooseChannel,
  type VerifyChallenge as TypedCode,
} from '@cso/contract';
import { Controller } from '@nestjs/common';
import { Requires } from '../../http/access.js';
import { Endpoint } from '../../http/endpoint.js';
import type { RequestContext } from '../../request/request-context.js';
import { SendChallenge } from './send-challenge.js';
import { VerifyChallenge } from './verify-challenge.js';

@Controller()
export class ChallengesController {
  constructor(
    private readonly sending: SendChallenge,
    private readonly verifying: VerifyChallenge,
  ) {}

  @Endpoint(challengeRoutes.get)
  @Requires(Permission.FollowChallenge)
  getChallenge({ id }: { id: string }, context: RequestContext) {
    return this.verifying.get(context, id);
  }

  @Endpoint(challengeRoutes.verify)
  @Requires(Permission.VerifyPhone)
  verifyChallenge({ id }: { id: string }, { code }: TypedCode, context: RequestContext) {
    return this.verifying.verify(context, id, code);
  }

  @Endpoint(challengeRoutes.resend)
  @Requires(Permission.VerifyPhone)
  resendChallenge({ id }: { id: string }, { channel }: ChooseChannel, context: RequestContext) {
    return this.sending.resend(context, id, channel);
  }
}
