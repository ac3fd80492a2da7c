/** A worker of the council and how they sign in. */
export interface Worker {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly password: string;
  readonly role: 'caseworker' | 'team_manager' | 'admin';
}

export interface Child {
  readonly firstName: string;
  readonly lastName: string;
  readonly born: { readonly day: string; readonly month: string; readonly year: string };
}

/** A carer as the council knows them, with the number as they type it and the password that they choose. */
export interface Carer {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly password: string;
  readonly phone: string;
  readonly typedPhone: string;
  readonly children: readonly Child[];
}

export const TEAM = 'Fostering team north';

export const fullName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  `${firstName} ${lastName}`;

export const olivia: Worker = {
  firstName: 'Olivia',
  lastName: 'Hart',
  email: 'olivia.hart@council.example',
  password: 'copper-kettle-meadow',
  role: 'caseworker',
};
export const daniel: Worker = {
  firstName: 'Daniel',
  lastName: 'Osei',
  email: 'daniel.osei@council.example',
  password: 'walnut-harbour-violin',
  role: 'caseworker',
};
export const ruth: Worker = {
  firstName: 'Ruth',
  lastName: 'Bellamy',
  email: 'ruth.bellamy@council.example',
  password: 'thistle-engine-saddle',
  role: 'team_manager',
};
export const sam: Worker = {
  firstName: 'Sam',
  lastName: 'Whitfield',
  email: 'sam.whitfield@council.example',
  password: 'granite-pillow-orchard',
  role: 'admin',
};

export const leo: Child = {
  firstName: 'Leo',
  lastName: 'Marsh',
  born: { day: '14', month: '8', year: '2017' },
};
export const ella: Child = {
  firstName: 'Ella',
  lastName: 'Marsh',
  born: { day: '2', month: '5', year: '2020' },
};

export const amira: Carer = {
  firstName: 'Amira',
  lastName: 'Khan',
  email: 'amira.khan@carers.example',
  password: 'Marmalade7:river',
  phone: '+447400123401',
  typedPhone: '07400 123401',
  children: [leo, ella],
};

/** Fosters with Amira. */
export const yusuf: Carer = {
  firstName: 'Yusuf',
  lastName: 'Khan',
  email: 'yusuf.khan@carers.example',
  password: 'Harmonica5:barley',
  phone: '+447400123402',
  typedPhone: '07400 123402',
  children: [leo, ella],
};

export const grace: Carer = {
  firstName: 'Grace',
  lastName: 'Palmer',
  email: 'grace.palmer@carers.example',
  password: 'Lighthouse3+otter',
  phone: '+447400123403',
  typedPhone: '07400 123403',
  children: [],
};
