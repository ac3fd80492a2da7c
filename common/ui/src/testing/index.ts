export * from './axe';
export * from './render-with';
