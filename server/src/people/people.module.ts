import { Global, Module } from '@nestjs/common';
import { CarersByAddress, IdentityModule } from '../identity/index.js';
import { StaffModule } from '../staff/index.js';
import { Allocations } from './allocations.js';
import { AllocationsRepository } from './allocations.repository.js';
import { CarersByEmail } from './carers-by-email.js';
import { CareController } from './care.controller.js';
import { CareService } from './care.service.js';
import { People } from './people.js';
import { PeopleController } from './people.controller.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleService } from './people.service.js';
import { PersonDetailsView } from './person-details.view.js';
import { PersonEmail } from './person-email.js';
import { PersonSeal } from './person-seal.js';
import { Placements } from './placements.js';
import { PlacementsRepository } from './placements.repository.js';

/** Global only for the port that identity asks: whose record an address is on. */
@Global()
@Module({
  imports: [IdentityModule, StaffModule],
  controllers: [PeopleController, CareController],
  providers: [
    PeopleRepository,
    PlacementsRepository,
    AllocationsRepository,
    Allocations,
    PersonSeal,
    PersonEmail,
    PersonDetailsView,
    People,
    Placements,
    PeopleService,
    CareService,
    CarersByEmail,
    { provide: CarersByAddress, useExisting: CarersByEmail },
  ],
  exports: [CarersByAddress, Allocations, People, Placements, PersonEmail, PeopleService, CareService],
})
export class PeopleModule {}
