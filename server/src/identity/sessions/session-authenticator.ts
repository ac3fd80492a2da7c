import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import passport from 'passport';
import { ExtractJwt, Strategy, type JwtFromRequestFunction } from 'passport-jwt';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { Keys } from '../../crypto/keys.js';
import { cookieNames } from '../../http/http-context.js';
import { tokenKeyOf } from './token-key.js';
import type { SessionToken } from './session-tokens.js';

/**
 * Says which session: in a browser by the carer's cookie, in the desktop app by the worker's bearer token. Passport's own
 * instance is the process's: of two servers in one process it would ask the one that started last.
 */
@Injectable()
export class SessionAuthenticator {
  private readonly passport = new passport.Passport();

  constructor(keys: Keys, @Inject(SETTINGS) settings: Settings) {
    const options = {
      jwtFromRequest: tokenOf(cookieNames(settings.publicOrigin).session),
      // jsonwebtoken takes a KeyObject; the types of passport-jwt have not heard of it.
      secretOrKey: tokenKeyOf(keys) as unknown as Buffer,
      algorithms: ['HS256' as const],
      // A token says which session; when that ends, the session's row knows.
      ignoreExpiration: true,
    };
    this.passport.use('session', new Strategy(options, (token, done) => done(null, token)));
  }

  /** The guard opens the session: it knows for which handler. Null for everyone who has no token of ours. */
  find(request: FastifyRequest, reply: FastifyReply): Promise<SessionToken | null> {
    return new Promise((resolve, reject) => {
      const found = (error: unknown, token: SessionToken | false) =>
        error ? reject(error as Error) : resolve(token || null);
      this.passport.authenticate('session', { session: false }, found)(request, reply, reject);
    });
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
