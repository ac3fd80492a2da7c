import { setUpFirstWorker } from '../support/first-worker.ts';
import * as carer from '../support/invite-journey/carer-steps.ts';
import * as caseworker from '../support/invite-journey/caseworker-steps.ts';
import type { Journey } from '../support/invite-journey/journey.ts';
import { daniel, olivia } from '../support/personas.ts';
import { addWorker, enrolWorker } from '../support/preparations.ts';
import { Screens } from '../support/screenshots.ts';
import { test } from '../support/test.ts';

test.describe('A caseworker invites a carer, who reaches their dashboard', () => {
  test.slow();

  test('in the demo, on SQLite', async ({ demo, openCaseworkerApp, openPortal }) => {
    const app = await openCaseworkerApp(demo);
    const journey = { council: demo, app, portal: await openPortal(demo), screens: new Screens('demo') };
    await caseworker.signInOlivia(journey);
    await travel(journey);
  });

  test('in production, on MariaDB, with a mail server and a phone company', async ({
    openProduction,
    mariadb,
    openCaseworkerApp,
    openPortal,
  }) => {
    const council = await openProduction(mariadb);
    const setPasswordLink = await addWorker(council, olivia);
    await enrolWorker(council, daniel);
    const app = await openCaseworkerApp(council);
    const screens = new Screens('production');
    await setUpFirstWorker(council, app, { worker: olivia, setPasswordLink, screens });
    await caseworker.addAmiraAndHerChildren({ app, screens });
    await travel({ council, app, portal: await openPortal(council), screens });
  });
});

async function travel(journey: Journey) {
  await caseworker.sendInvitation(journey);
  await caseworker.confirmCode(journey);
  await carer.createAccount(journey);
  await carer.confirmIdentityTwice(journey);
  await carer.acceptNames(journey);
  await caseworker.approveActivation(journey);
  await carer.signInAsCarer(journey);
  await carer.lookAtTheAccount(journey);
  await carer.beWarnedOfTheTimeOut(journey);
  await carer.loseOneAccount(journey);
}
