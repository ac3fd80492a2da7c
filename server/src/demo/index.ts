export { DemoModule } from './demo.module.js';
export { DemoCouncil } from './demo-council.js';
export { demoTotpSecret, demoWorkers } from './demo-people.js';
