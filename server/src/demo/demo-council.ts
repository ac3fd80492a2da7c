import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { councilDay } from '../clock/council-day.js';
import { Database } from '../database/database.js';
import { Log } from '../log/log.js';
import { type RequestContext, systemContext } from '../request/request-context.js';
import { AnswerTemplates, MessageTypes } from '../messages/index.js';
import { CareService, PeopleService } from '../people/index.js';
import { EnrolWorker, Teams } from '../staff/index.js';
import {
  DEMO_TEAM,
  demoAnswerTemplates,
  type DemoCarer,
  demoCarers,
  type DemoChild,
  demoChildren,
  demoMessageType,
  demoTotpSecret,
  type DemoWorker,
  demoWorkers,
} from './demo-people.js';

const DAY_MS = 24 * 3_600_000;
const PLACED_DAYS_AGO = 90;

/** Ids of the seeded workers or carers, by e-mail address. */
type Ids = ReadonlyMap<string, string>;

/**
 * A small council to try the service with: one team, five workers, a couple and a single carer, three children, and what
 * its admin and its manager would set up. Made through the features' own services, so that it holds nothing that a real
 * council could not.
 */
@Injectable()
export class DemoCouncil implements OnApplicationBootstrap {
  constructor(
    private readonly teams: Teams,
    private readonly workers: EnrolWorker,
    private readonly people: PeopleService,
    private readonly care: CareService,
    private readonly messageTypes: MessageTypes,
    private readonly answerTemplates: AnswerTemplates,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (await this.seed()) this.log.info('demo.council-made');
  }

  /** Makes the council as a whole, unless there is one; false then. */
  seed(): Promise<boolean> {
    return this.database.transaction(async () => {
      if ((await this.teams.list()).length > 0) return false;
      const team = await this.teams.add(systemContext('demo'), DEMO_TEAM);
      const workers = await this.addWorkers(team.id);
      const context = actingAs(first, workers, team.id);
      const carers = await this.addCarers(context, workers);
      for (const child of demoChildren) await this.addChild(context, child, new Map([...workers, ...carers]));
      await this.messageTypes.create(actingAs(admin, workers, null), demoMessageType);
      for (const text of demoAnswerTemplates)
        await this.answerTemplates.create(actingAs(manager, workers, team.id), text);
      return true;
    });
  }

  private async addWorkers(teamId: string): Promise<Ids> {
    const ids = new Map<string, string>();
    for (const { isInTeam, note: _note, ...worker } of demoWorkers) {
      const { id } = await this.workers.enrolWorker(systemContext('demo'), {
        ...worker,
        teamId: isInTeam ? teamId : null,
        totpSecret: demoTotpSecret(worker.email),
      });
      ids.set(worker.email, id);
    }
    return ids;
  }

  private async addCarers(context: RequestContext, workers: Ids): Promise<Ids> {
    const ids = new Map<string, string>();
    for (const carer of demoCarers) ids.set(carer.email, await this.addCarer(context, carer, ids));
    const supervisor = idOf(workers, second.email);
    for (const id of ids.values()) {
      await this.care.allocate(context, id, { workerId: supervisor, role: 'supervising_worker' });
    }
    return ids;
  }

  private async addCarer(context: RequestContext, carer: DemoCarer, others: Ids): Promise<string> {
    const { household, ...details } = carer;
    const { id } = await this.people.createCarer(context, details);
    const partner = demoCarers.find((other) => other.household === household && others.has(other.email));
    if (partner) await this.care.linkHousehold(context, id, idOf(others, partner.email));
    return id;
  }

  private async addChild(context: RequestContext, child: DemoChild, ids: Ids): Promise<void> {
    const { firstName, lastName, ageInYears, carers, worker } = child;
    const dateOfBirth = this.daysAgo(ageInYears * 365 + 100);
    const { id } = await this.people.createChild(context, { firstName, lastName, dateOfBirth });
    await this.care.allocate(context, id, { workerId: idOf(ids, worker), role: 'childs_worker' });
    for (const email of carers) {
      await this.care.place(context, {
        carerId: idOf(ids, email),
        childId: id,
        startsOn: this.daysAgo(PLACED_DAYS_AGO),
      });
    }
  }

  private daysAgo(days: number): string {
    return councilDay(new Date(this.clock.now().getTime() - days * DAY_MS));
  }
}

const [first, second, manager, admin] = demoWorkers as readonly [
  DemoWorker,
  DemoWorker,
  DemoWorker,
  DemoWorker,
  ...DemoWorker[],
];

function idOf(ids: Ids, email: string): string {
  const id = ids.get(email);
  if (id === undefined) throw new Error('A demo person refers to one that comes later');
  return id;
}

/** Everything comes into being by the hand of the worker whose business it is, as in a real council. */
function actingAs({ email, role }: DemoWorker, workers: Ids, teamId: string | null): RequestContext {
  const workerId = idOf(workers, email);
  const actor = { kind: 'worker', sessionId: 'demo', stage: 'signed_in', workerId, role, teamId } as const;
  return { ...systemContext('demo'), actor };
}
