import { describe, expect, it } from 'vitest';
import { isInstalled } from './install.mjs';

const installed = {
  '': { name: 'product' },
  server: { name: '@cso/server' },
  'node_modules/zod': { version: '4.6.7' },
  'node_modules/@cso/server': { link: true },
};
const lockfile = { ...installed, 'node_modules/other-platform': { version: '1.0.0', optional: true } };

describe('whether the packages are installed', () => {
  it('is satisfied without the packages of other platforms', () => {
    expect(isInstalled(lockfile, installed)).toBe(true);
  });

  it('is not satisfied by a fresh clone', () => {
    expect(isInstalled(lockfile, null)).toBe(false);
  });

  it('notices a package that is missing', () => {
    expect(isInstalled({ ...lockfile, 'node_modules/vue': { version: '3.5.45' } }, installed)).toBe(false);
  });

  it('notices another version', () => {
    expect(isInstalled({ ...lockfile, 'node_modules/zod': { version: '4.6.8' } }, installed)).toBe(false);
  });

  it('notices a workspace that is not linked', () => {
    expect(isInstalled({ ...lockfile, 'node_modules/@cso/web': { link: true } }, installed)).toBe(false);
  });
});
