import './app/configure-zod';
import { startPortal } from './app/start-portal';

startPortal('#app');
