import type { MigrationInterface } from 'typeorm';
import { CreateDataKeys1764000000000 } from './1764000000000-create-data-keys.js';
import { CreatePlatform1764000050000 } from './1764000050000-create-platform.js';
import { CreateStaff1764000100000 } from './1764000100000-create-staff.js';
import { CreateIdentity1764000200000 } from './1764000200000-create-identity.js';
import { CreateOutbox1764000300000 } from './1764000300000-create-outbox.js';
import { CreatePeople1764000400000 } from './1764000400000-create-people.js';
import { CreateInvitations1764000500000 } from './1764000500000-create-invitations.js';
import { CreateClockMarks1764000600000 } from './1764000600000-create-clock-marks.js';
import { KeepIssuedLinks1764000700000 } from './1764000700000-keep-issued-links.js';
import { ApproveEachName1764000800000 } from './1764000800000-approve-each-name.js';
import { NameBrowsers1764000850000 } from './1764000850000-name-browsers.js';
import { NotePhoneChanges1764000870000 } from './1764000870000-note-phone-changes.js';
import { LetTasksBeAboutAnything1764000900000 } from './1764000900000-let-tasks-be-about-anything.js';
import { CreateMessages1764001000000 } from './1764001000000-create-messages.js';
import { CreateDrafts1764001050000 } from './1764001050000-create-drafts.js';
import { CreateRecordings1764001100000 } from './1764001100000-create-recordings.js';
import { CreateLiveEvents1764001200000 } from './1764001200000-create-live-events.js';
import { OrderPagesByIndex1764001300000 } from './1764001300000-order-pages-by-index.js';
import { NotePresentWorkers1764001400000 } from './1764001400000-note-present-workers.js';

/** Every migration, oldest first. Forward only: what has been released is never edited, only followed. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  CreateDataKeys1764000000000,
  CreatePlatform1764000050000,
  CreateStaff1764000100000,
  CreateIdentity1764000200000,
  CreateOutbox1764000300000,
  CreatePeople1764000400000,
  CreateInvitations1764000500000,
  CreateClockMarks1764000600000,
  KeepIssuedLinks1764000700000,
  ApproveEachName1764000800000,
  NameBrowsers1764000850000,
  NotePhoneChanges1764000870000,
  LetTasksBeAboutAnything1764000900000,
  CreateMessages1764001000000,
  CreateDrafts1764001050000,
  CreateRecordings1764001100000,
  CreateLiveEvents1764001200000,
  OrderPagesByIndex1764001300000,
  NotePresentWorkers1764001400000,
];
