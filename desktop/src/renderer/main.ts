import './strict-csp';
import { mountDesktopApp } from './app/mount';

void mountDesktopApp();
