import './strict-csp';

// Loaded afterwards, not beside it: however the files are cut, no schema is made before Zod has its setting.
void import('./app/mount').then(({ mountDesktopApp }) => mountDesktopApp());
