import { describe, expect, it } from 'vitest';
import { isAllowed, refusedLicences } from './licences.mjs';

describe('a licence', () => {
  it.each(['MIT', '0BSD', 'BlueOak-1.0.0', 'MIT OR GPL-3.0', '(Apache-2.0 AND BSD-3-Clause)'])(
    '%s is fine',
    (licence) => {
      expect(isAllowed(licence)).toBe(true);
    },
  );

  it.each(['GPL-3.0', 'MIT AND GPL-3.0', 'SEE LICENSE IN x', '', undefined])('%s is not', (licence) => {
    expect(isAllowed(licence)).toBe(false);
  });
});

describe('the packages that ship', () => {
  const packages = {
    server: { dependencies: { '@cso/contract': '1', fast: '1' }, devDependencies: { tool: '1' } },
    web: {},
    desktop: { devDependencies: { view: '1', 'electron-builder': '1' } },
    'common/contract': { dependencies: { deep: '1' } },
    'node_modules/@cso/contract': { link: true, resolved: 'common/contract' },
    'node_modules/fast': { license: 'MIT', dependencies: { deep: '2' } },
    'node_modules/fast/node_modules/deep': { license: 'GPL-3.0' },
    'node_modules/deep': { license: 'ISC' },
    'node_modules/tool': { license: 'GPL-3.0' },
    'node_modules/view': { license: 'AGPL-3.0' },
    'node_modules/electron-builder': { license: 'GPL-3.0' },
  };

  it('are those that run, at any depth, with what the desktop app bundles, and without tools', () => {
    const refused = refusedLicences(packages).map(({ name, licence }) => `${name} ${licence}`);
    expect(refused.sort()).toEqual(['deep GPL-3.0', 'view AGPL-3.0']);
  });
});
