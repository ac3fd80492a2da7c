const { execFileSync } = require('node:child_process');
const { renameSync } = require('node:fs');

/** electron-builder's hook for signing one Windows file where there is no signtool. The password stays in its file. */
exports.default = async function sign({ path, hash, name, site }) {
  const { SIGN_PFX, SIGN_PASS_FILE, SIGN_TIMESTAMP_URL } = process.env;
  const signed = `${path}.signed`;
  const optional = [
    ...(site ? ['-i', site] : []),
    ...(SIGN_TIMESTAMP_URL ? ['-ts', SIGN_TIMESTAMP_URL] : []),
  ];
  const certificate = ['-pkcs12', SIGN_PFX, '-readpass', SIGN_PASS_FILE];
  const files = ['-in', path, '-out', signed];
  execFileSync('osslsigncode', ['sign', ...certificate, '-h', hash, '-n', name, ...optional, ...files]);
  renameSync(signed, path);
};
