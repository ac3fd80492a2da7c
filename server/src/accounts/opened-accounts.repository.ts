import { Injectable } from '@nestjs/common';
import { outer } from '../database/entity-rows.js';
import { SessionCompanion } from '../identity/index.js';
import { PersonEntity } from '../people/index.js';
import { AccessEntity } from './access.entity.js';

/** An access that may be usable, and whom its account is about. */
export interface OpenedAccount {
  readonly access: AccessEntity;
  readonly person: PersonEntity;
}

/** A carer's accounts, read with the session of the request: see `UsableAccounts.listOpened`. */
@Injectable()
export class OpenedAccounts<Extra extends object = object> extends SessionCompanion<OpenedAccount & Extra> {
  readonly selection = { access: outer(AccessEntity), person: outer(PersonEntity) };
  readonly joins = `LEFT JOIN accesses access
      ON s.kind = 'carer' AND access.userId = s.subjectId AND access.state IN ('active', 'grace')
    LEFT JOIN people person ON person.id = access.personId`;
}
