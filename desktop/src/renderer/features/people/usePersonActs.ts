import {
  personRoutes,
  supportRoutes,
  type AllocateWorker,
  type CreateCarer,
  type CreateChild,
  type Person,
  type PlaceChild,
  type UpdatePerson,
} from '@cso/contract';
import { useActingClient } from '../../app/parts/acts';

/** What a worker changes about a person. Each refreshes the screen. */
export function usePersonActs() {
  const client = useActingClient();

  return {
    createCarer: (body: CreateCarer): Promise<Person> => client.call(personRoutes.createCarer, { body }),
    createChild: (body: CreateChild): Promise<Person> => client.call(personRoutes.createChild, { body }),
    update: (id: string, body: UpdatePerson) => client.call(personRoutes.update, { params: { id }, body }),
    placeChild: (body: PlaceChild) => client.call(personRoutes.placeChild, { body }),
    endPlacement: (id: string, endsOn: string) =>
      client.call(personRoutes.endPlacement, { params: { id }, body: { endsOn } }),
    linkHousehold: (id: string, withPersonId: string) =>
      client.call(personRoutes.linkHousehold, { params: { id }, body: { withPersonId } }),
    allocateWorker: (id: string, body: AllocateWorker) =>
      client.call(personRoutes.allocateWorker, { params: { id }, body }),
  };
}

/** What a worker does for a carer who cannot sign in. `userId` is the sign-in's, not the person's. */
export function useUserSupport() {
  const client = useActingClient();

  return {
    'clear-locks': (userId: string, reason: string) =>
      client.call(supportRoutes.clearLocks, { params: { id: userId }, body: { reason } }),
    'clear-phone': (userId: string, reason: string) =>
      client.call(supportRoutes.clearPhone, { params: { id: userId }, body: { reason } }),
    'resume-mail': (userId: string, reason: string) =>
      client.call(supportRoutes.resumeMail, { params: { id: userId }, body: { reason } }),
    'end-sessions': (userId: string, reason: string) =>
      client.call(supportRoutes.endUserSessions, { params: { id: userId }, body: { reason } }),
  };
}
