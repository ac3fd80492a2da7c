import { serviceRoutes, type ServiceDetails } from '@cso/contract';
import { Controller, Inject } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Public } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';

@Controller()
export class ServiceController {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  @Endpoint(serviceRoutes.get)
  @Public()
  async get(): Promise<ServiceDetails> {
    const { serviceName, supportPhone, urgentPhone, brandColour, mode } = this.settings;
    return {
      serviceName,
      supportPhone,
      urgentPhone,
      brandColour: brandColour ?? null,
      isDemo: mode === 'demo',
    };
  }
}
