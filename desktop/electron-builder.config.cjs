const { signing } = require('./packaging/signing.cjs');

const { windows, mac, forceCodeSigning } = signing(process.env);

/** Each fuse is stated, so that a default that changes changes nothing here (security-rules, Electron table). */
const electronFuses = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableCookieEncryption: true,
  onlyLoadAppFromAsar: true,
  enableEmbeddedAsarIntegrityValidation: true,
  grantFileProtocolExtraPrivileges: false,
  loadBrowserProcessSpecificV8Snapshot: false,
};

/** @type {import('electron-builder').Configuration} */
module.exports = {
  appId: 'org.childrens-services-online.caseworker',
  productName: "Children's Services Online",
  artifactName: 'childrens-services-online-${version}-${os}-${arch}.${ext}',
  copyright: "Children's Services Online contributors",
  electronVersion: '45.4.1',
  // Set by packaging/dist.mjs: the unpacked Electron to build from.
  electronDist: process.env.ELECTRON_DIST,
  electronFuses,
  forceCodeSigning,
  asar: true,
  // Main and preload are bundled whole: nothing of node_modules ships, and nothing is compiled.
  files: ['out/{main,preload,renderer}/**', 'package.json', '!node_modules/**', '!**/*.map'],
  npmRebuild: false,
  extraMetadata: { homepage: process.env.DIST_HOMEPAGE ?? 'https://childrens-services-online.example' },
  publish: null,
  directories: { output: 'release', buildResources: 'packaging' },
  electronLanguages: ['en-GB', 'en'],
  protocols: [{ name: "Children's Services Online", schemes: ['cso'] }],
  linux: {
    target: ['deb', 'rpm', 'AppImage'],
    category: 'Office',
    executableName: 'childrens-services-online',
    // Packages for Linux name who answers for them: the organisation that builds them says so.
    maintainer: process.env.DIST_MAINTAINER ?? 'Unofficial build <nobody@childrens-services-online.example>',
    icon: 'icon.png',
  },
  win: { target: ['nsis', 'msi'], icon: 'icon.ico', ...windows },
  // Per machine: one copy for everybody, which the caseworker's own account cannot alter.
  nsis: { oneClick: false, perMachine: true, allowElevation: true, deleteAppDataOnUninstall: false },
  msi: { perMachine: true, oneClick: false, createDesktopShortcut: false },
  mac: { target: ['dmg', 'zip'], category: 'public.app-category.business', icon: 'icon.png', ...mac },
};
