export function checkConfig(config: object): Promise<void>;
