import type { ErrorBody, ErrorCode, FieldCode } from '@cso/contract';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TooBusy } from '../crypto/password-gate.js';
import { isDatabaseUnavailable } from '../database/errors.js';
import { DomainError, type DomainErrorKind } from '../errors/domain-error.js';
import { InvalidInput } from '../errors/invalid-input.js';
import { Log } from '../log/log.js';

const statusOf: Record<DomainErrorKind, number> = {
  'not-found': 404,
  conflict: 409,
  forbidden: 403,
  malformed: 400,
  invalid: 422,
  unauthenticated: 401,
  'too-many': 429,
  unavailable: 503,
};

/** Statuses that always say when to try again (interfaces: HTTP; security-rules 8 R1). */
const WAITING = new Set([429, 503]);
const SHORT_WAIT_MS = 2000;

/** What the framework itself refuses, by status. */
const codeOfStatus: Partial<Record<number, ErrorCode>> = {
  400: 'INVALID_INPUT',
  401: 'NOT_SIGNED_IN',
  403: 'NOT_ALLOWED',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** Plain words for people who read the wire; screens have their own by code. */
const messages: Partial<Record<ErrorCode, string>> = {
  INVALID_INPUT: 'Some of what was sent is missing or wrong.',
  NOT_SIGNED_IN: 'Sign in first.',
  AUTH_FAILED: 'The details are not right.',
  NOT_ALLOWED: 'You may not do this.',
  NOT_FOUND: 'There is nothing here.',
  TOO_MANY_TRIES: 'Too many tries. Wait before you try again.',
  TOO_MANY_SENDS: 'Too many were sent. Wait before you send or ask for more.',
  UNAVAILABLE: 'The service is not available. Try again soon.',
  TOO_BUSY: 'The service is busy. Try again in a few seconds.',
  INTERNAL_ERROR: 'Something went wrong. It has been logged.',
};

interface Refusal {
  readonly status: number;
  readonly code: ErrorCode;
  readonly fields?: Readonly<Record<string, FieldCode>> | undefined;
  readonly retryAfterMs?: number | undefined;
}

/** Turns every failure of a request into one body `{ code, message, fields?, requestId }` (interfaces: HTTP). */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = refusalOf(error);
    if (refusal.status >= 500) this.log.error('request.failed', error, { requestId: request.id });
    if (reply.sent) return;
    const retryAfterMs = refusal.retryAfterMs ?? (WAITING.has(refusal.status) ? SHORT_WAIT_MS : undefined);
    if (retryAfterMs !== undefined) reply.header('Retry-After', Math.ceil(retryAfterMs / 1000));
    void reply.status(refusal.status).send(bodyOf(refusal, request.id));
  }
}

/** An address that cannot be decoded reaches neither hook nor handler. */
export function refuseBrokenAddress(request: FastifyRequest, reply: FastifyReply): void {
  void reply.status(400).send(bodyOf({ status: 400, code: 'INVALID_INPUT' }, request.id));
}

const bodyOf = ({ code, fields }: Refusal, requestId: string): ErrorBody => ({
  code,
  message: messages[code] ?? 'This cannot be done.',
  ...(fields ? { fields } : {}),
  requestId,
});

function refusalOf(error: unknown): Refusal {
  if (error instanceof DomainError) {
    return { status: statusOf[error.kind], code: error.code, ...error.details };
  }
  if (error instanceof InvalidInput) return { status: 400, code: 'INVALID_INPUT', fields: error.fields };
  if (error instanceof TooBusy) {
    return { status: 503, code: 'TOO_BUSY', retryAfterMs: error.retryAfterSeconds * 1000 };
  }
  if (isDatabaseUnavailable(error)) return { status: 503, code: 'UNAVAILABLE' };
  return ofFramework(error);
}

/** Fastify's own refusals carry a statusCode, Nest's a getStatus(). */
function ofFramework(error: unknown): Refusal {
  const status = error instanceof HttpException ? error.getStatus() : Object(error).statusCode;
  const isRefusal = typeof status === 'number' && status >= 400 && status < 500;
  if (!isRefusal) return { status: 500, code: 'INTERNAL_ERROR' };
  return { status, code: codeOfStatus[status] ?? 'INVALID_INPUT' };
}
