import { houseRules } from './build/lint/eslint-rules.mjs';

export default houseRules(import.meta.dirname);
