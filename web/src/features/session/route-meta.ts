import type { Step } from './steps';

declare module 'vue-router' {
  interface RouteMeta {
    /** The steps at which this page may be seen. Absent: anybody may see it. */
    steps?: readonly Step[];
    /** Whether the 15-minute time-out watches over this page (security-rules 5.11). */
    isTimed?: boolean;
  }
}
