import type { CreateCarer, CreateChild, Person, UpdatePerson } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { DataKeyRing } from '../crypto/data-keys.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Database } from '../database/database.js';
import { nextPage, pageStart } from '../http/paging.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { isNameMatch } from './name-search.js';
import { People, type PersonView } from './people.js';
import { invalidField } from './people.errors.js';
import { PeopleRepository } from './people.repository.js';
import { PersonDetailsView } from './person-details.view.js';
import { PersonEmail } from './person-email.js';
import type { PersonDetails, PersonEntity } from './person.entity.js';
import { PersonSeal } from './person-seal.js';
import { MailedOffers } from './ports.js';

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
    private readonly offers: MailedOffers,
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
    const start = pageStart(cursor);
    const visible = await this.people.listVisible(signedInWorker(context), kind);
    const found = visible.filter(({ name }) => isNameMatch(name, text));
    const items = await this.details.summaries(found.slice(start, start + PAGE));
    return { items, ...nextPage(start, PAGE, found.length > start + PAGE) };
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
    this.refuseFuture(child.dateOfBirth);
    return this.create(context, 'child', { ...child, email: null, phone: null });
  }

  async update(context: RequestContext, id: string, change: UpdatePerson): Promise<Person> {
    const { kind } = await this.people.getVisible(signedInWorker(context), id);
    refuseForeignFields(kind, change);
    this.refuseFuture(change.dateOfBirth);
    await this.database.transaction(async () => {
      await this.people.lock(id);
      await this.write(context, await this.people.get(id), change);
      await this.record(context, 'person.updated', id);
    });
    return this.details.of(await this.people.get(id));
  }

  private async write(context: RequestContext, person: PersonView, change: UpdatePerson): Promise<void> {
    const { id, firstName, lastName, dateOfBirth, email, phone } = { ...person, ...change };
    const details: PersonDetails = { firstName, lastName, dateOfBirth, email, phone };
    const emailIndex = email === null ? null : this.email.indexOf(email);
    await this.rows.update(id, { details: await this.seal.close(id, person.dataKeyId, details), emailIndex });
    if (change.email !== undefined) await this.offers.voidAllBut(context, id, emailIndex);
  }

  private refuseFuture(dateOfBirth: string | undefined): void {
    if (dateOfBirth !== undefined && dateOfBirth > this.clock.today())
      throw invalidField('dateOfBirth', 'DATE_IN_FUTURE');
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

/** Only carers are written to and rung; only children's birthdays are kept. */
function refuseForeignFields(kind: PersonEntity['kind'], change: UpdatePerson): void {
  const foreign = kind === 'child' ? (['email', 'phone'] as const) : (['dateOfBirth'] as const);
  const given = foreign.find((field) => change[field] !== undefined);
  if (given) throw invalidField(given, 'INVALID');
}
