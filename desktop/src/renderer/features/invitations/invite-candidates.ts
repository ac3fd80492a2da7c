import type { Access, AccessState, AccountKind, Person } from '@cso/contract';

/** An account that can go on an invitation. `heldAs` is the state of an access that the carer has already. */
export interface InviteCandidate {
  id: string;
  name: string;
  kind: AccountKind;
  isPlaced: boolean;
  placedTo: string | null;
  heldAs: AccessState | null;
}

const held: readonly AccessState[] = [
  'proposed',
  'awaiting_carer',
  'awaiting_activation',
  'active',
  'grace',
  'suspended',
];

/**
 * The carer's own account and every child who is or was placed with them: none is hidden, so that what is not
 * ticked is a choice that the worker has seen.
 */
export function inviteCandidates(
  person: Person,
  accesses: readonly Access[],
  today: string,
): InviteCandidate[] {
  const heldAs = (accountId: string): AccessState | null =>
    accesses.find((access) => access.accountId === accountId && held.includes(access.state))?.state ?? null;
  const own: InviteCandidate = {
    id: person.id,
    name: `${person.firstName} ${person.lastName}`,
    kind: 'carer',
    isPlaced: true,
    placedTo: null,
    heldAs: heldAs(person.id),
  };
  const children = new Map<string, InviteCandidate>();
  for (const { childId, childName, endsOn } of person.placements) {
    const isPlaced = endsOn === null || endsOn >= today;
    if (children.get(childId)?.isPlaced) continue;
    const heldState = heldAs(childId);
    children.set(childId, {
      id: childId,
      name: childName,
      kind: 'child',
      isPlaced,
      placedTo: endsOn,
      heldAs: heldState,
    });
  }
  return [own, ...children.values()];
}
