import type { Permission } from '@cso/contract';
import { Reflector } from '@nestjs/core';

/** Who may call a handler: everyone, or whoever holds the permission. Nothing is open by default. */
export type AccessRule =
  { readonly isPublic: true } | { readonly isPublic: false; readonly permission: Permission };

export const accessRule = Reflector.createDecorator<AccessRule>();

/** Anyone may call it. */
export const Public = () => accessRule({ isPublic: true });

/** Only an actor with this permission may call it. */
export const Requires = (permission: Permission) => accessRule({ isPublic: false, permission });
