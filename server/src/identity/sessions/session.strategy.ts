import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { ExtractJwt, Strategy, type JwtFromRequestFunction } from 'passport-jwt';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { Keys } from '../../crypto/keys.js';
import { cookieNames } from '../../http/http-context.js';
import { tokenKeyOf } from './token-key.js';
import type { SessionToken } from './session-tokens.js';

/** Says which session: in a browser by the carer's cookie, in the desktop app by the worker's bearer token. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session') {
  constructor(keys: Keys, @Inject(SETTINGS) settings: Settings) {
    super({
      jwtFromRequest: tokenOf(cookieNames(settings.publicOrigin).session),
      // jsonwebtoken takes a KeyObject; the types of passport-jwt have not heard of it.
      secretOrKey: tokenKeyOf(keys) as unknown as Buffer,
      algorithms: ['HS256'],
      // A token says which session; when that ends, the session's row knows.
      ignoreExpiration: true,
    });
  }

  /** The guard opens the session: it knows for which handler. */
  validate(token: SessionToken): SessionToken {
    return token;
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
