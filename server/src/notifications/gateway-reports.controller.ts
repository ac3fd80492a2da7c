import { Controller } from '@nestjs/common';
import { type DeliveryReport, gatewayRoutes, type VoiceEvent } from '@cso/contract';
import { Public } from '../http/access.js';
import { SignedBySender } from '../http/client-header.guard.js';
import { Endpoint } from '../http/endpoint.js';
import type { RequestContext } from '../request/request-context.js';
import { GatewayReports } from './gateway-reports.service.js';
import type { SignedReport } from './webhook-signature.js';

@Controller()
export class GatewayReportsController {
  constructor(private readonly reports: GatewayReports) {}

  @Endpoint(gatewayRoutes.reportDelivery)
  @Public()
  @SignedBySender(true)
  reportDelivery(_report: DeliveryReport, context: RequestContext): Promise<void> {
    return this.reports.receiveDelivery(signedReport(context));
  }

  @Endpoint(gatewayRoutes.reportVoiceEvent)
  @Public()
  @SignedBySender(true)
  reportVoiceEvent(_event: VoiceEvent, context: RequestContext): Promise<void> {
    return this.reports.receiveVoiceEvent(signedReport(context));
  }
}

/** The signature covers the bytes, so the service reads them and not the parsed body. */
const signedReport = (context: RequestContext): SignedReport => ({
  timestamp: context.header('x-timestamp'),
  signature: context.header('x-signature'),
  rawBody: context.rawBody,
});
