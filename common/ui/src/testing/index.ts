export * from './axe';
export * from './render-with';
export * from './texts';
