/** The process environment: the only place that reads it. */
export const environment = (): Record<string, string | undefined> => process.env;
