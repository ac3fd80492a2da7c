import { route } from '../http/route.js';
import { ServiceDetails } from './service.schemas.js';

export const serviceRoutes = {
  get: route({
    operationId: 'getService',
    method: 'GET',
    path: '/api/service',
    summary: 'The name, phone numbers and colour of this council’s service. Open to everybody.',
    reply: ServiceDetails,
  }),
};
