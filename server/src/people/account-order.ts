import type { AccountKind } from '@cso/contract';

interface Named {
  readonly kind: AccountKind;
  readonly name: string;
}

const alphabet = new Intl.Collator('en-GB');

/** How a carer's accounts are listed everywhere: their own first, then the children's by name. */
export const ownAccountFirst = (a: Named, b: Named): number =>
  Number(b.kind === 'carer') - Number(a.kind === 'carer') || alphabet.compare(a.name, b.name);
