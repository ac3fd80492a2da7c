import type { Route } from '@cso/contract';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { accessRule, type AccessRule } from './access.js';
import { endpointRoute } from './endpoint.js';

/** One handler with the route that it answers and who may call it. */
export interface OperationRule {
  readonly name: string;
  readonly route: Route;
  readonly access: AccessRule;
}

/**
 * Every HTTP handler of the server. The start-up stops when one lacks its route or its access rule, so that nothing
 * is ever open, unvalidated or unstripped by being forgotten (architecture: Access).
 */
@Injectable()
export class Operations implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    this.list();
  }

  list(): OperationRule[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const prototype = Object.getPrototypeOf(instance);
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((method) => Reflect.hasMetadata('path', prototype[method]))
        .map((method) => this.ruleOf(`${metatype.name}.${method}`, prototype[method]));
    });
  }

  private ruleOf(name: string, handler: () => unknown): OperationRule {
    const route = this.reflector.get(endpointRoute, handler);
    const access = this.reflector.get(accessRule, handler);
    if (!route) throw new Error(`${name} has no @Endpoint: its input and reply would go unchecked.`);
    if (!access) throw new Error(`${name} has neither @Public nor @Requires: nobody said who may call it.`);
    return { name, route, access };
  }
}
