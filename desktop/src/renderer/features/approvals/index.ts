export { useWaitingActivations } from './useActivations';
