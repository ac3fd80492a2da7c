import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { checkConfig } from './check-config.mjs';

const require = createRequire(import.meta.url);
const config = require('../electron-builder.config.cjs');
const { signing } = require('./signing.cjs');

const pfx = { SIGN_PFX: '/keys/sign.pfx', SIGN_PASS_FILE: '/keys/sign.pass', SIGN_PUBLISHER: 'A Council' };

describe('the configuration of electron-builder', () => {
  it('fits its schema', async () => {
    await expect(checkConfig(config)).resolves.toBeUndefined();
  });

  it('is refused with a key that does not exist', async () => {
    await expect(checkConfig({ ...config, wrongKey: true })).rejects.toThrow(/wrongKey/);
    const electronFuses = { ...config.electronFuses, runAsNodeTypo: false };
    await expect(checkConfig({ ...config, electronFuses })).rejects.toThrow(/electronFuses/);
  });

  it('states every fuse that electron-builder knows', () => {
    const { definitions } = require('app-builder-lib/scheme.json');
    const known = Object.keys(definitions.FuseOptionsV1.properties);
    // Not a fuse: electron-builder signs the app again after it has set the fuses.
    const fuses = known.filter((name) => name !== 'resetAdHocDarwinSignature');
    expect(Object.keys(config.electronFuses).sort()).toEqual(fuses.sort());
  });

  it('packages no source map and nothing of node_modules', () => {
    expect(config.files).toEqual(expect.arrayContaining(['!node_modules/**', '!**/*.map']));
  });

  it('builds from the version of Electron that is installed', () => {
    expect(config.electronVersion).toBe(require('electron/package.json').version);
  });
});

describe('signing', () => {
  it('is off without settings', () => {
    expect(signing({})).toMatchObject({ windows: {}, forceCodeSigning: false });
  });

  it('needs the name of the publisher', () => {
    expect(() => signing({ ...pfx, SIGN_PUBLISHER: undefined })).toThrow(/SIGN_PUBLISHER/);
    expect(() => signing({ SIGN_AZURE_ENDPOINT: 'https://weu.codesigning.azure.net' })).toThrow(
      /SIGN_PUBLISHER/,
    );
  });

  it('needs the file with the password', () => {
    expect(() => signing({ ...pfx, SIGN_PASS_FILE: undefined })).toThrow(/SIGN_PASS_FILE/);
  });

  it('fails the build when a file cannot be signed, and passes the schema', async () => {
    const { windows, forceCodeSigning } = signing(pfx);
    expect(forceCodeSigning).toBe(true);
    expect(windows.signtoolOptions.publisherName).toBe('A Council');
    await expect(
      checkConfig({ ...config, forceCodeSigning, win: { ...config.win, ...windows } }),
    ).resolves.toBeUndefined();
  });

  it('takes a key in Azure', async () => {
    const { windows } = signing({
      SIGN_AZURE_ENDPOINT: 'https://weu.codesigning.azure.net',
      SIGN_AZURE_ACCOUNT: 'council',
      SIGN_AZURE_PROFILE: 'desktop',
      SIGN_PUBLISHER: 'A Council',
    });
    await expect(checkConfig({ ...config, win: { ...config.win, ...windows } })).resolves.toBeUndefined();
  });
});
