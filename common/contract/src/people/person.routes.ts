import { z } from 'zod';
import { AccountKind } from '../accounts/account.schemas.js';
import { route } from '../http/route.js';
import { Cursor, IdParams } from '../http/values.js';
import {
  AllocateWorker,
  CreateCarer,
  CreateChild,
  EndPlacement,
  LinkHousehold,
  Person,
  PersonList,
  PlaceChild,
  UpdatePerson,
} from './person.schemas.js';

export const personRoutes = {
  search: route({
    operationId: 'searchPeople',
    method: 'POST',
    path: '/api/people/search',
    summary:
      'Find by name, within the worker’s own scope. A POST, so that no name stands in an address or a log.',
    body: z.strictObject({
      text: z.string().trim().max(100),
      kind: AccountKind.optional(),
      cursor: Cursor.optional(),
    }),
    reply: PersonList,
  }),
  createCarer: route({
    operationId: 'createCarer',
    method: 'POST',
    path: '/api/people/carers',
    summary: 'Add a carer.',
    body: CreateCarer,
    reply: Person,
  }),
  createChild: route({
    operationId: 'createChild',
    method: 'POST',
    path: '/api/people/children',
    summary: 'Add a child.',
    body: CreateChild,
    reply: Person,
  }),
  get: route({
    operationId: 'getPerson',
    method: 'GET',
    path: '/api/people/:id',
    summary: 'One person.',
    params: IdParams,
    reply: Person,
  }),
  update: route({
    operationId: 'updatePerson',
    method: 'PATCH',
    path: '/api/people/:id',
    summary: 'Change what is on file.',
    params: IdParams,
    body: UpdatePerson,
    reply: Person,
  }),
  linkHousehold: route({
    operationId: 'linkHousehold',
    method: 'POST',
    path: '/api/people/:id/household',
    summary: 'Two carers who foster together.',
    params: IdParams,
    body: LinkHousehold,
    reply: Person,
  }),
  allocateWorker: route({
    operationId: 'allocateWorker',
    method: 'POST',
    path: '/api/people/:id/allocations',
    summary: 'The worker who looks after this person from now on; the one before ends.',
    params: IdParams,
    body: AllocateWorker,
    reply: Person,
  }),
  placeChild: route({
    operationId: 'placeChild',
    method: 'POST',
    path: '/api/placements',
    summary: 'This carer cares for this child from that day.',
    body: PlaceChild,
    reply: Person,
  }),
  endPlacement: route({
    operationId: 'endPlacement',
    method: 'POST',
    path: '/api/placements/:id/end',
    summary:
      'The last day of a placement. A name not yet active is cancelled with it; an active access is ended by endAccess.',
    params: IdParams,
    body: EndPlacement,
    reply: Person,
  }),
};
