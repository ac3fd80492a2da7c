import { useConfirm, type DraftSaver } from '@cso/ui';
import { onBeforeUnmount, onMounted } from 'vue';
import { useI18n } from 'vue-i18n';
import { onBeforeRouteLeave } from 'vue-router';
import { useSession } from '../session';

type Leavable = Pick<DraftSaver<unknown>, 'flush' | 'isDirty'>;

/** Hears the moments at which unsaved text must not wait. Gives back how to stop. */
function listen(saver: Leavable): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const flush = () => void saver.flush();

  // A field that loses the focus is often followed by a link, or by Log out.
  document.addEventListener('focusout', flush, { signal });
  document.addEventListener('visibilitychange', () => document.hidden && flush(), { signal });
  window.addEventListener('online', flush, { signal });
  window.addEventListener(
    'beforeunload',
    (event) => {
      if (!saver.isDirty) return;
      flush();
      event.preventDefault();
    },
    { signal },
  );
  return () => stop.abort();
}

/** Saves what is unsaved before the page is left, and asks before anything would be lost. */
export function useSavingOnLeave(saver: Leavable): void {
  const { t } = useI18n();
  const confirm = useConfirm();
  const session = useSession();
  let stopListening: () => void = () => undefined;

  onMounted(() => (stopListening = listen(saver)));
  onBeforeUnmount(() => stopListening());

  onBeforeRouteLeave(async () => {
    await saver.flush();
    // Without a session nothing can be saved any more, and nothing may stay on the screen.
    if (!saver.isDirty || !session.isSignedIn) return true;
    return confirm({
      title: t('drafts.leave.title'),
      message: t('drafts.leave.text'),
      confirmText: t('drafts.leave.leave'),
      cancelText: t('drafts.leave.stay'),
      tone: 'warning',
    });
  });
}
