import type { CarerPortal } from '../carer-pages.ts';
import type { CaseworkerApp } from '../caseworker-pages.ts';
import type { Council } from '../council.ts';
import type { Screens } from '../screenshots.ts';

/** The people of one journey, each at their own screen, and the pictures of what they saw. */
export interface Journey {
  readonly council: Council;
  readonly app: CaseworkerApp;
  readonly portal: CarerPortal;
  readonly screens: Screens;
}
