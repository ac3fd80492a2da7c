import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { hashToken } from '../crypto/token.js';
import { Outbox } from '../notifications/index.js';
import type { InvitationEntity } from './invitation.entity.js';
import { InvitationSecrets, LIFE_DAYS } from './invitation-secrets.js';
import { IssuedLinksRepository } from './issued-links.repository.js';

/** E-mail 2: the one mail with a token, which stands in the fragment, so that no server or scanner sees it used. */
@Injectable()
export class InvitationLinkMail {
  constructor(
    private readonly outbox: Outbox,
    private readonly issued: IssuedLinksRepository,
    private readonly secrets: InvitationSecrets,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async send(invitation: InvitationEntity, token: string): Promise<void> {
    await this.issued.insert({ linkHash: hashToken(token), invitationId: invitation.id });
    await this.outbox.mail({
      template: 'accept-invitation',
      to: await this.secrets.openEmail(invitation),
      variables: { link: `${this.settings.publicOrigin}/invitation#${token}`, days: LIFE_DAYS },
      about: { kind: 'invitation', id: invitation.id },
    });
  }
}
