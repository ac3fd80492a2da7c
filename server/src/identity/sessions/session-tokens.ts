import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

/** What a token says: which session. Who that is and how far they have come stands in the database alone. */
export interface SessionToken {
  readonly sid: string;
}

/** Signs the tokens that stand in the carer's cookie and the worker's Authorization header. */
@Injectable()
export class SessionTokens {
  constructor(private readonly jwt: JwtService) {}

  sign(sid: string): string {
    const token: SessionToken = { sid };
    return this.jwt.sign(token);
  }
}
