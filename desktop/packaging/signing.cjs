const { readFileSync } = require('node:fs');
const path = require('node:path');

/** A certificate file: signtool on Windows, osslsigncode elsewhere. */
function certificateFile(env, publisherName) {
  if (!env.SIGN_PASS_FILE)
    throw new Error('SIGN_PFX is set: SIGN_PASS_FILE must name the file with its password.');
  const options = { publisherName, signingHashAlgorithms: ['sha256'] };
  if (process.platform !== 'win32') return { ...options, sign: path.join(__dirname, 'sign.cjs') };
  return {
    ...options,
    certificateFile: env.SIGN_PFX,
    certificatePassword: readFileSync(env.SIGN_PASS_FILE, 'utf8').trim(),
    ...(env.SIGN_TIMESTAMP_URL && { rfc3161TimeStampServer: env.SIGN_TIMESTAMP_URL }),
  };
}

/** A key in Azure's hardware: certificates issued since June 2023 may not be kept in a file (ux 5). */
const azure = (env, publisherName) => ({
  publisherName,
  endpoint: env.SIGN_AZURE_ENDPOINT,
  codeSigningAccountName: env.SIGN_AZURE_ACCOUNT,
  certificateProfileName: env.SIGN_AZURE_PROFILE,
});

function windowsSigning(env) {
  if (!env.SIGN_PFX && !env.SIGN_AZURE_ENDPOINT) return {};
  // Without the publisher's name the updater skips its signature check in silence (security-rules, Electron table).
  const publisherName = env.SIGN_PUBLISHER;
  if (!publisherName) throw new Error('Signing is on: SIGN_PUBLISHER must hold the name on the certificate.');
  return env.SIGN_AZURE_ENDPOINT
    ? { azureSignOptions: azure(env, publisherName) }
    : { signtoolOptions: certificateFile(env, publisherName) };
}

/** The signing part of the configuration, from settings; unsigned builds stay possible for forks and tests. */
exports.signing = function signing(env) {
  const windows = windowsSigning(env);
  const isMacSigned = Boolean(env.SIGN_MAC_IDENTITY);
  return {
    windows,
    mac: { identity: env.SIGN_MAC_IDENTITY ?? null, hardenedRuntime: true, notarize: isMacSigned },
    forceCodeSigning: Object.keys(windows).length > 0 || isMacSigned,
  };
};
