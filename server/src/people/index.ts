export { ownAccountFirst } from './account-order.js';
export { CareService } from './care.service.js';
export { People, type PersonView } from './people.js';
export { MailedOffers } from './ports.js';
export { PlacementEnded } from './people.events.js';
export { PeopleModule } from './people.module.js';
export { PeopleService } from './people.service.js';
export { PersonEmail } from './person-email.js';
export { Placements } from './placements.js';
