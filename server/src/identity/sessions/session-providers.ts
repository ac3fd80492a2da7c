import { CarerSessions } from './carer-sessions.js';
import { MySessions } from './my-sessions.js';
import { SessionAuthenticator } from './session-authenticator.js';
import { SessionTokens } from './session-tokens.js';
import { SessionWatch } from './session-watch.js';
import { SessionsRepository } from './sessions.repository.js';
import { Sessions } from './sessions.service.js';
import { SignOut } from './sign-out.js';

export const sessionProviders = [
  CarerSessions,
  MySessions,
  SessionAuthenticator,
  SessionTokens,
  SessionWatch,
  SessionsRepository,
  Sessions,
  SignOut,
];
