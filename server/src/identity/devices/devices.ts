import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock.js';
import { Randomness } from '../../crypto/randomness.js';
import { hashToken, newToken } from '../../crypto/token.js';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../request/request-context.js';
import { DevicesRepository } from './devices.repository.js';

const LIFE_MS = 180 * 24 * 60 * 60 * 1000;

/** Known devices: only decide which failures count together; the phone is checked on every one (security-rules 4). */
@Injectable()
export class Devices {
  constructor(
    private readonly devices: DevicesRepository,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  async isKnown(deviceId: string | null, emailKey: string): Promise<boolean> {
    // Without a cookie the same look-up is done, for the same time.
    const device = await this.devices.find(idOf(deviceId ?? '', emailKey));
    return deviceId !== null && device !== null && device.expiresAt > this.clock.now();
  }

  /** Binds the request's device to the address after a full sign-in, in the open transaction. */
  async remember(context: RequestContext, emailKey: string): Promise<void> {
    const deviceId = context.deviceId ?? newToken(this.randomness);
    const expiresAt = new Date(this.clock.now().getTime() + LIFE_MS);
    await this.devices.save({ id: idOf(deviceId, emailKey), expiresAt });
    this.database.afterCommit(() => context.rememberDevice(deviceId));
  }
}

const idOf = (deviceId: string, emailKey: string): string => hashToken(`${deviceId}|${emailKey}`);
