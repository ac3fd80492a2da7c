export { Limits, type LimitRule } from './limits.js';
export { LimitsModule } from './limits.module.js';
export { networkOf } from './network.js';
