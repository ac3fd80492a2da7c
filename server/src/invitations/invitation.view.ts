import type { Invitation, InvitedAccess } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Accesses, type AccessEntity } from '../accounts/index.js';
import { Users } from '../identity/index.js';
import { Limits } from '../limits/index.js';
import { ownAccountFirst, People, type PersonView } from '../people/index.js';
import { Workers } from '../staff/index.js';
import type { InvitationEntity } from './invitation.entity.js';
import { InvitationSecrets, TRIES } from './invitation-secrets.js';
import { RESENDS } from './resends.js';

/** Puts together what a worker sees of an invitation. */
@Injectable()
export class InvitationView {
  constructor(
    private readonly accesses: Accesses,
    private readonly people: People,
    private readonly workers: Workers,
    private readonly users: Users,
    private readonly secrets: InvitationSecrets,
    private readonly limits: Limits,
  ) {}

  async of(invitation: InvitationEntity): Promise<Invitation> {
    const { id, carerId, state, identifiedBy, confirmedBy } = invitation;
    return {
      id,
      carerId,
      carerName: (await this.people.get(carerId)).name,
      email: await this.secrets.openEmail(invitation),
      state,
      accesses: await this.accessesOf(id),
      invitedBy: await this.workerName(invitation.invitedBy),
      createdAt: invitation.createdAt.toISOString(),
      codeIssuedAt: invitation.codeIssuedAt.toISOString(),
      codeExpiresAt: invitation.codeExpiresAt.toISOString(),
      linkExpiresAt: invitation.linkExpiresAt?.toISOString() ?? null,
      triesLeft: Math.max(0, TRIES - invitation.wrongTries),
      resendsLeftToday: await this.limits.left(RESENDS.name, id, RESENDS.rule),
      identifiedBy,
      confirmedBy: confirmedBy === null ? null : await this.workerName(confirmedBy),
      confirmedAt: invitation.confirmedAt?.toISOString() ?? null,
      user: await this.userOf(invitation),
      closedReason: await this.secrets.openReason(invitation),
    };
  }

  /** Whether an address that nobody has proven has a user is told to nobody (security-rules 5.3). */
  private async userOf({ confirmedAt, emailIndex }: InvitationEntity): Promise<Invitation['user']> {
    const user = confirmedAt && (await this.users.findByEmailKey(emailIndex));
    if (!user) return null;
    return { signedUpAt: user.createdAt.toISOString(), isPhoneConfirmed: user.isPhoneConfirmed };
  }

  private async workerName(id: string): Promise<string> {
    return (await this.workers.get(id)).name;
  }

  private async accessesOf(invitationId: string): Promise<InvitedAccess[]> {
    const accesses = await this.accesses.listOf(invitationId);
    const people = await this.people.list(accesses.map(({ personId }) => personId));
    const named = accesses.flatMap((access) => {
      const person = people.get(access.personId);
      return person ? [nameOn(access, person)] : [];
    });
    return named.sort(ownAccountFirst);
  }
}

const nameOn = (
  { id, personId, state, acceptedAt, startsAt }: AccessEntity,
  { name, kind }: PersonView,
): InvitedAccess => ({
  id,
  accountId: personId,
  name,
  kind,
  state,
  acceptedAt: acceptedAt?.toISOString() ?? null,
  activatedAt: startsAt?.toISOString() ?? null,
});
