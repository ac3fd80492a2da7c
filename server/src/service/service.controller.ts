import { serviceRoutes, type OfficeHours, type ServiceDetails } from '@cso/contract';
import { Controller, Inject } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { bankHolidays } from '../clock/working-days.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Public } from '../http/access.js';
import { Endpoint } from '../http/endpoint.js';

@Controller()
export class ServiceController {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Endpoint(serviceRoutes.get)
  @Public()
  async get(): Promise<ServiceDetails> {
    const { serviceName, supportPhone, urgentPhone, brandColour, mode } = this.settings;
    return {
      serviceName,
      supportPhone,
      urgentPhone,
      officeHours: this.officeHours(),
      brandColour: brandColour ?? null,
      isDemo: mode === 'demo',
    };
  }

  private officeHours(): OfficeHours {
    const [opens, closes] = this.settings.officeHours;
    const year = this.clock.now().getUTCFullYear();
    return { opens, closes, holidays: [...bankHolidays(year), ...bankHolidays(year + 1)] };
  }
}
