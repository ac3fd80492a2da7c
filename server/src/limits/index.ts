export { Limits, type LimitRule, type LimitVerdict } from './limits.js';
export { LimitsModule } from './limits.module.js';
export { networkOf } from './network.js';
