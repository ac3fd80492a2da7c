export function readFuses(binary: Buffer): Record<string, boolean>;
export function findWrongFuses(binary: Buffer, stated: Record<string, boolean>): string[];
