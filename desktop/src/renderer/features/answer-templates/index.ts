export { useAnswerTemplates } from './useAnswerTemplates';
