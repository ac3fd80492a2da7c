import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../errors/domain-error.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Handlers that other programs call, which prove themselves by a signature instead. */
export const SignedBySender = Reflector.createDecorator<true>();

/** Unsafe methods need X-CSO-Client: another site's form cannot send it, so it cannot act for a signed-in carer. */
@Injectable()
export class ClientHeaderGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    if (SAFE.has(request.method)) return true;
    if (this.reflector.get(SignedBySender, execution.getHandler())) return true;
    const client = request.headers['x-cso-client'];
    if (client === 'web' || client === 'desktop') return true;
    throw new DomainError('forbidden', 'CLIENT_HEADER_MISSING');
  }
}
