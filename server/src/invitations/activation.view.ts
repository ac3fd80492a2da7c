import type { Activation, PhoneComparison } from '@cso/contract';
import { Inject, Injectable } from '@nestjs/common';
import type { AccessEntity } from '../accounts/index.js';
import { Clock } from '../clock/clock.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { PhoneNumbers, Users } from '../identity/index.js';
import { ownAccountFirst, People, Placements } from '../people/index.js';
import { Workers } from '../staff/index.js';
import { needsSecondApprover, refusalOf } from './activation.policy.js';
import type { InvitationEntity } from './invitation.entity.js';

/** Puts together what a worker compares before activating. */
@Injectable()
export class ActivationView {
  constructor(
    private readonly users: Users,
    private readonly people: People,
    private readonly placements: Placements,
    private readonly workers: Workers,
    private readonly phones: PhoneNumbers,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** `accesses` are those of the invitation that wait for activation, at least one. */
  async of(
    context: RequestContext,
    invitation: InvitationEntity,
    accesses: readonly AccessEntity[],
  ): Promise<Activation> {
    const user = await this.users.get(accesses[0]!.userId!);
    const carer = await this.people.get(invitation.carerId);
    const comparison = this.compare(user.phone, carer.phone);
    const { invitedBy } = invitation;
    return {
      invitationId: invitation.id,
      carerId: carer.id,
      carerName: carer.name,
      userName: `${user.firstName} ${user.lastName}`,
      email: user.email,
      phone: { comparison, enrolled: this.readable(user.phone) ?? '', onFile: this.readable(carer.phone) },
      identifiedBy: invitation.identifiedBy!,
      invitedBy: await this.workerName(invitedBy),
      confirmedBy: await this.workerName(invitation.confirmedBy!),
      confirmedAt: invitation.confirmedAt!.toISOString(),
      acceptedAt: accesses[0]!.acceptedAt!.toISOString(),
      needsSecondApprover: needsSecondApprover(comparison),
      refusal: refusalOf({
        workerId: signedInWorker(context).workerId,
        invitedBy,
        firstApprovers: accesses.map(({ firstApprovedBy }) => firstApprovedBy),
        phone: comparison,
        phoneChangedAt: user.phoneChangedAt,
        now: this.clock.now(),
        isFourEyes: this.settings.fourEyesActivation,
      }),
      accesses: await this.namesOf(carer.id, accesses),
    };
  }

  private compare(enrolled: string | null, onFile: string | null): PhoneComparison {
    if (onFile === null) return 'not_on_file';
    return enrolled !== null && this.phones.isSame(enrolled, onFile) ? 'match' : 'differs';
  }

  /** Written alike, so that two numbers can be compared at a glance. */
  private readable(phone: string | null): string | null {
    return phone === null ? null : this.phones.forReading(phone);
  }

  private async namesOf(carerId: string, accesses: readonly AccessEntity[]): Promise<Activation['accesses']> {
    const people = await this.people.list(accesses.map(({ personId }) => personId));
    const placed = await this.placements.listOfCarer(carerId);
    const named = accesses.map(async ({ id, personId, firstApprovedBy: workerId }) => {
      const person = people.get(personId);
      if (!person) return [];
      const { from: placedFrom, to: placedTo } = placed.get(personId) ?? { from: null, to: null };
      const { name, kind } = person;
      const firstApprovedBy = workerId === null ? null : await this.workerName(workerId);
      return [{ id, accountId: personId, name, kind, placedFrom, placedTo, firstApprovedBy }];
    });
    return (await Promise.all(named)).flat().sort(ownAccountFirst);
  }

  private async workerName(id: string): Promise<string> {
    return (await this.workers.get(id)).name;
  }
}
