export { DemoModule } from './demo.module.js';
export { DemoCouncil } from './demo-council.js';
