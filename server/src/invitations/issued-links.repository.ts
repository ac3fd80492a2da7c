import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { InvitationEntity } from './invitation.entity.js';
import { IssuedLink } from './issued-link.entity.js';

@Injectable()
export class IssuedLinksRepository {
  constructor(private readonly database: Database) {}

  async insert(link: IssuedLink): Promise<void> {
    await this.database.run((manager) => manager.insert(IssuedLink, link));
  }

  /** Whose link it was, usable or not. For an unknown one the same look-ups are done, for the same time. */
  findInvitation(linkHash: string): Promise<InvitationEntity | null> {
    return this.database.run(async (manager) => {
      const link = await manager.findOneBy(IssuedLink, { linkHash });
      return manager.findOneBy(InvitationEntity, { id: link?.invitationId ?? '' });
    });
  }
}
