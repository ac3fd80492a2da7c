import type { CreateCarer, CreateChild, Person, UpdatePerson } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { DataKeyRing } from '../crypto/data-keys.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Database } from '../database/database.js';
import { signedInWorker, type RequestContext } from '../http/request-context.js';
import { People } from './people.js';
import { PeopleRepository } from './people.repository.js';
import { PersonDetailsView } from './person-details.view.js';
import { PersonEmail } from './person-email.js';
import type { PersonDetails, PersonEntity } from './person.entity.js';
import { PersonSeal } from './person-seal.js';

const PAGE = 50;

/** Finding, adding and changing people. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly people: People,
    private readonly rows: PeopleRepository,
    private readonly seal: PersonSeal,
    private readonly details: PersonDetailsView,
    private readonly email: PersonEmail,
    private readonly dataKeys: DataKeyRing,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly identifiers: Identifiers,
    private readonly clock: Clock,
  ) {}

  /** Names are sealed, so they are searched in the worker's own scope after opening (security-rules 9.1). */
  async search(
    context: RequestContext,
    text: string,
    kind: PersonEntity['kind'] | undefined,
    cursor: string | undefined,
  ) {
    const from = Number(cursor ?? 0) || 0;
    const words = text.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean);
    const visible = await this.people.listVisible(signedInWorker(context), kind);
    const found = visible.filter(({ name }) => {
      const parts = name.toLocaleLowerCase('en-GB').split(/\s+/);
      return words.every((word) => parts.some((part) => part.startsWith(word)));
    });
    const items = await this.details.summaries(found.slice(from, from + PAGE));
    return found.length > from + PAGE ? { items, nextCursor: String(from + PAGE) } : { items };
  }

  /** Opening a person's record is itself an act that the audit keeps (domain 5.7). */
  async get(context: RequestContext, id: string): Promise<Person> {
    const person = await this.people.getVisible(signedInWorker(context), id);
    await this.database.transaction(() => this.record(context, 'person.viewed', id));
    return this.details.of(person);
  }

  createCarer(context: RequestContext, { phone, ...carer }: CreateCarer): Promise<Person> {
    return this.create(context, 'carer', { ...carer, phone: phone ?? null, dateOfBirth: null });
  }

  createChild(context: RequestContext, child: CreateChild): Promise<Person> {
    return this.create(context, 'child', { ...child, email: null, phone: null });
  }

  async update(context: RequestContext, id: string, change: UpdatePerson): Promise<Person> {
    const person = await this.people.getVisible(signedInWorker(context), id);
    const { firstName, lastName, dateOfBirth, email, phone } = { ...person, ...change };
    const details: PersonDetails = { firstName, lastName, dateOfBirth, email, phone };
    await this.database.transaction(async () => {
      await this.rows.update(id, {
        details: await this.seal.close(id, person.dataKeyId, details),
        emailIndex: email === null ? null : this.email.indexOf(email),
      });
      await this.record(context, 'person.updated', id);
    });
    return this.details.of(await this.people.get(id));
  }

  private async create(
    context: RequestContext,
    kind: PersonEntity['kind'],
    details: PersonDetails,
  ): Promise<Person> {
    const worker = signedInWorker(context);
    const id = this.identifiers.next();
    const emailIndex = details.email === null ? null : this.email.indexOf(details.email);
    await this.database.transaction(async () => {
      const dataKeyId = await this.dataKeys.create();
      await this.rows.insert({
        id,
        kind,
        dataKeyId,
        teamId: worker.teamId,
        householdId: null,
        emailIndex,
        details: await this.seal.close(id, dataKeyId, details),
        createdAt: this.clock.now(),
      });
      await this.record(context, 'person.created', id);
    });
    return this.details.of(await this.people.get(id));
  }

  private record(context: RequestContext, action: string, objectId: string): Promise<void> {
    return this.audit.record(context, { action, objectType: 'person', objectId });
  }
}
