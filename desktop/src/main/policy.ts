import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

/** What an organisation may fix for all its computers. Unknown names are refused, so that a typing error shows. */
export const Policy = z.strictObject({
  ServerUrl: z.string().optional(),
  AllowScreenshots: z.boolean().optional(),
});
export type Policy = z.infer<typeof Policy>;

// Only administrators may write in these places.
const POLICY_FILES: Record<string, string> = {
  linux: '/etc/childrens-services-online/policy.json',
  darwin: '/Library/Application Support/ChildrensServicesOnline/policy.json',
};
const REGISTRY_KEYS = ['HKLM\\Software\\Policies\\CSO', 'HKCU\\Software\\Policies\\CSO'];
const ALWAYS_THERE = ['HKLM\\Software\\Microsoft\\Windows NT\\CurrentVersion', '/v', 'CurrentVersion'];
const NOT_FOUND = 1;

/** The organisation's policy: Group Policy on Windows, a file elsewhere. Throws when it cannot be understood. */
export function readPolicy(
  platform: string,
  systemRoot = 'C:\\Windows',
  policyFile = POLICY_FILES[platform],
): Policy {
  if (platform === 'win32') return readRegistry(path.join(systemRoot, 'System32', 'reg.exe'));
  return policyFile && existsSync(policyFile)
    ? Policy.parse(JSON.parse(readFileSync(policyFile, 'utf8')))
    : {};
}

function readRegistry(reg: string): Policy {
  // reg.exe gives the same exit code for a key that is not there and for a user who may not run it.
  if (queryRegistry(reg, ALWAYS_THERE) === null) throw new Error('The registry cannot be read');
  const [machine, user] = REGISTRY_KEYS.map((key) => parseRegistry(queryRegistry(reg, [key]) ?? ''));
  return { ...user, ...machine };
}

/** Null when the key is not there. Throws when reg.exe did not run to its end. */
function queryRegistry(reg: string, key: readonly string[]): string | null {
  try {
    return execFileSync(reg, ['query', ...key], { encoding: 'utf8', stdio: 'pipe', windowsHide: true });
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === NOT_FOUND) return null;
    throw error;
  }
}

/**
 * Reads the lines `    Name    REG_SZ    value` that `reg query` prints. A REG_EXPAND_SZ is taken as it is written: the
 * variables in it are the user's to set, so an address with one is refused later.
 */
export function parseRegistry(output: string): Policy {
  const lines = output.matchAll(/^ +(\w+) +(REG_SZ|REG_EXPAND_SZ|REG_DWORD) +(.+?)\s*$/gm);
  const values = [...lines].map(([, name, type, value]) => [
    name,
    type === 'REG_DWORD' ? Number(value) !== 0 : value,
  ]);
  return Policy.parse(Object.fromEntries(values));
}
