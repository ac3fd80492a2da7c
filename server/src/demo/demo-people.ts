import { createHash } from 'node:crypto';
import type { SaveAnswerTemplate, SaveMessageType, WorkerRole } from '@cso/contract';

interface DemoName {
  readonly firstName: string;
  readonly lastName: string;
}

export interface DemoWorker extends DemoName {
  readonly email: string;
  readonly role: WorkerRole;
  readonly password: string;
  readonly isInTeam: boolean;
  readonly note: string;
}

export interface DemoCarer extends DemoName {
  readonly email: string;
  readonly phone: string;
  /** Carers with the same word foster together. */
  readonly household: string;
}

export interface DemoChild extends DemoName {
  readonly ageInYears: number;
  /** E-mail addresses: the carers, the child's worker. */
  readonly carers: readonly string[];
  readonly worker: string;
}

export const DEMO_TEAM = 'Fostering team north';

// Invented people. Their passwords are known to everyone, which is why production refuses the demo.

export const demoWorkers: readonly DemoWorker[] = [
  {
    firstName: 'Olivia',
    lastName: 'Hart',
    email: 'olivia.hart@council.example',
    role: 'caseworker',
    password: 'copper-kettle-meadow',
    isInTeam: true,
    note: 'Invites carers. Whoever invites may not activate, so ask Daniel for that.',
  },
  {
    firstName: 'Daniel',
    lastName: 'Osei',
    email: 'daniel.osei@council.example',
    role: 'caseworker',
    password: 'walnut-harbour-violin',
    isInTeam: true,
    note: 'The second caseworker: activates what Olivia invited.',
  },
  {
    firstName: 'Ruth',
    lastName: 'Bellamy',
    email: 'ruth.bellamy@council.example',
    role: 'team_manager',
    password: 'thistle-engine-saddle',
    isInTeam: true,
    note: 'Manages the team: unlocks invitations and keeps the ready texts for answers.',
  },
  {
    firstName: 'Sam',
    lastName: 'Whitfield',
    email: 'sam.whitfield@council.example',
    role: 'admin',
    password: 'granite-pillow-orchard',
    isInTeam: false,
    note: 'Adds workers and message types. Sees no records of people.',
  },
  {
    firstName: 'Noor',
    lastName: 'Aziz',
    email: 'noor.aziz@council.example',
    role: 'auditor',
    password: 'lantern-biscuit-canyon',
    isInTeam: false,
    note: 'Sees no records of people. The app has no page of the audit log yet.',
  },
];

export const demoCarers: readonly DemoCarer[] = [
  {
    firstName: 'Amira',
    lastName: 'Khan',
    email: 'amira.khan@carers.example',
    phone: '+447400123401',
    household: 'khan',
  },
  {
    firstName: 'Yusuf',
    lastName: 'Khan',
    email: 'yusuf.khan@carers.example',
    phone: '+447400123402',
    household: 'khan',
  },
  {
    firstName: 'Grace',
    lastName: 'Palmer',
    email: 'grace.palmer@carers.example',
    phone: '+447400123403',
    household: 'palmer',
  },
];

const khans = ['amira.khan@carers.example', 'yusuf.khan@carers.example'];

export const demoChildren: readonly DemoChild[] = [
  {
    firstName: 'Leo',
    lastName: 'Marsh',
    ageInYears: 9,
    carers: khans,
    worker: 'olivia.hart@council.example',
  },
  {
    firstName: 'Ella',
    lastName: 'Marsh',
    ageInYears: 6,
    carers: khans,
    worker: 'olivia.hart@council.example',
  },
  {
    firstName: 'Kai',
    lastName: 'Johnson',
    ageInYears: 13,
    carers: ['grace.palmer@carers.example'],
    worker: 'daniel.osei@council.example',
  },
];

/** What carers can write beside the two that every council has. */
export const demoMessageType: SaveMessageType = {
  name: 'Ask about training or support groups',
  guidance: 'Say which course or group you mean. We answer within 5 working days.',
  isActive: true,
};

export const demoAnswerTemplates: readonly SaveAnswerTemplate[] = [
  {
    name: 'We have your message',
    body: 'Thank you for your message. I will look into it and write to you again within two working days.',
    isForEveryTeam: true,
  },
  {
    name: 'Please send a recording',
    body: 'Thank you for telling me. Please also send this as a foster carer recording, so that it is kept with the child’s records.',
    isForEveryTeam: true,
  },
  {
    name: 'Training dates',
    body: 'Our courses and support groups for the next months are on the team’s page for carers. Tell me which one you would like, and I will book your place.',
    isForEveryTeam: false,
  },
];

/** The secret that a demo worker's authenticator app holds: 20 bytes, the same at every start of the demo. */
export function demoTotpSecret(email: string): Buffer {
  return createHash('sha1').update(`demo authenticator of ${email}`).digest();
}
