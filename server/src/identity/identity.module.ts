import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { Keys } from '../crypto/keys.js';
import { GatewaysModule } from '../gateways/index.js';
import { LiveModule } from '../live/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { StaffModule } from '../staff/index.js';
import { TasksModule } from '../tasks/index.js';
import { challengeProviders } from './challenges/challenge-providers.js';
import { ChallengesController } from './challenges/challenges.controller.js';
import { DevicesRepository } from './devices/devices.repository.js';
import { Devices } from './devices/devices.js';
import { IdentityCleaning } from './support/identity-cleaning.js';
import { EmailAddresses } from './email-address.js';
import { NewPasswords } from './passwords/new-passwords.js';
import { AbandonedPhones } from './phones/abandoned-phones.js';
import { ChangePhone } from './phones/change-phone.js';
import { EnrolPhone } from './phones/enrol-phone.js';
import { PhoneChanged } from './phones/phone-changed.js';
import { PhoneNumbers } from './phones/phone-numbers.js';
import { sessionProviders } from './sessions/session-providers.js';
import { SessionGuard } from './sessions/session.guard.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { tokenKeyOf } from './sessions/token-key.js';
import { MySignInController } from './sign-in/my-sign-in.controller.js';
import { signInProviders } from './sign-in/sign-in-providers.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { CompleteSignUp } from './sign-up/complete-sign-up.js';
import { SignUpController } from './sign-up/sign-up.controller.js';
import { StartSignUp } from './sign-up/start-sign-up.js';
import { SupportActs } from './support/support-acts.js';
import { SupportActsRepository } from './support/support-acts.repository.js';
import { SupportUsers } from './support/support-users.js';
import { SupportController } from './support/support.controller.js';
import { UserMail } from './users/user-mail.js';
import { UserFields } from './users/user-fields.js';
import { UserPhonesRepository } from './users/user-phones.repository.js';
import { UsersRepository } from './users/users.repository.js';
import { Users } from './users/users.service.js';
import { workerSignInProviders } from './worker-sign-in/worker-sign-in-providers.js';
import { WorkerSignInController } from './worker-sign-in/worker-sign-in.controller.js';

const signUpProviders = [
  StartSignUp,
  CompleteSignUp,
  NewPasswords,
  AbandonedPhones,
  EnrolPhone,
  ChangePhone,
  PhoneChanged,
  PhoneNumbers,
];
const deviceProviders = [DevicesRepository, Devices];
const supportProviders = [IdentityCleaning, SupportActsRepository, SupportActs, SupportUsers];
const userProviders = [UsersRepository, UserPhonesRepository, UserFields, UserMail, Users, EmailAddresses];

@Module({
  imports: [
    JwtModule.registerAsync({
      inject: [Keys],
      useFactory: (keys: Keys) => ({
        secret: tokenKeyOf(keys),
        signOptions: { algorithm: 'HS256', noTimestamp: true },
      }),
    }),
    GatewaysModule,
    LiveModule,
    NotificationsModule,
    StaffModule,
    TasksModule,
  ],
  controllers: [
    SessionsController,
    ChallengesController,
    SignUpController,
    SignInController,
    MySignInController,
    WorkerSignInController,
    SupportController,
  ],
  providers: [
    ...userProviders,
    ...sessionProviders,
    ...deviceProviders,
    ...challengeProviders,
    ...signUpProviders,
    ...signInProviders,
    ...workerSignInProviders,
    ...supportProviders,
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: [Users, PhoneNumbers],
})
export class IdentityModule {}
