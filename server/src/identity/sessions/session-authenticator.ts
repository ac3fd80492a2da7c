import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import passport from 'passport';
import { ExtractJwt, Strategy, type JwtFromRequestFunction, type VerifiedCallback } from 'passport-jwt';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { Keys } from '../../crypto/keys.js';
import { cookieNames } from '../../http/http-context.js';
import { tokenKeyOf } from './token-key.js';
import type { SessionToken } from './session-tokens.js';
import { Sessions } from './sessions.service.js';
import type { OpenedSession } from './sessions.repository.js';

/**
 * Finds the session: in a browser by the carer's cookie, in the desktop app by the worker's bearer token. Passport's own
 * instance is the process's: of two servers in one process it would ask the one that started last.
 */
@Injectable()
export class SessionAuthenticator {
  private readonly passport = new passport.Passport();

  constructor(
    private readonly sessions: Sessions,
    keys: Keys,
    @Inject(SETTINGS) settings: Settings,
  ) {
    const options = {
      jwtFromRequest: tokenOf(cookieNames(settings.publicOrigin).session),
      // jsonwebtoken takes a KeyObject; the types of passport-jwt have not heard of it.
      secretOrKey: tokenKeyOf(keys) as unknown as Buffer,
      algorithms: ['HS256' as const],
      // A token says which session; when that ends, the session's row knows.
      ignoreExpiration: true,
    };
    this.passport.use('session', new Strategy(options, (token, done) => void this.open(token, done)));
  }

  /** Null for everyone who is not signed in, whatever they sent. Throws what the database throws. */
  find(request: FastifyRequest, reply: FastifyReply): Promise<OpenedSession | null> {
    return new Promise((resolve, reject) => {
      const found = (error: unknown, session: OpenedSession | false) =>
        error ? reject(error as Error) : resolve(session || null);
      this.passport.authenticate('session', { session: false }, found)(request, reply, reject);
    });
  }

  private async open({ sid }: SessionToken, done: VerifiedCallback): Promise<void> {
    try {
      done(null, (await this.sessions.open(sid)) ?? false);
    } catch (error) {
      done(error);
    }
  }
}

const bearer = ExtractJwt.fromAuthHeaderAsBearerToken();

/**
 * By who calls, never by what is there: a browser sends the carer's cookie with every request, also with those of the
 * caseworker screens that it shows.
 */
const tokenOf =
  (cookie: string): JwtFromRequestFunction<FastifyRequest> =>
  (request) =>
    request.headers['x-cso-client'] === 'desktop' ? bearer(request) : (request.cookies[cookie] ?? null);
