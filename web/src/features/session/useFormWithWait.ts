import { ApiError } from '@cso/client';
import type { ErrorCode } from '@cso/contract';
import { useForm, type FormOptions } from '@cso/ui';
import { computed, reactive, ref, toRefs } from 'vue';
import { useI18n } from 'vue-i18n';
import { waitInUnits } from './wait-units';

interface FormWithWaitOptions<Values extends object> extends FormOptions<Values> {
  /** A refusal with one of these codes is the fault of this field, and is shown beside it. */
  blame?: { field: keyof Values & string; codes: readonly ErrorCode[] };
}

/** Keeps the last refusal of what it is given to do, and says in words how long the service asks to wait. */
function useRefusal() {
  const { t } = useI18n();
  const refusal = ref<ApiError>();

  async function note(act: () => Promise<unknown>): Promise<unknown> {
    refusal.value = undefined;
    try {
      return await act();
    } catch (error) {
      if (error instanceof ApiError) refusal.value = error;
      throw error;
    }
  }

  const waitText = computed(() => {
    const waitMs = refusal.value?.retryAfterMs;
    if (!waitMs) return undefined;
    const { unit, count } = waitInUnits(waitMs);
    return t(`session.wait.${unit}`, { count }, count);
  });
  return { refusal, note, waitText };
}

/**
 * A form whose refusals also say how long to wait, when the service said so (security-rules 5.5, 5.9).
 * `attempt` does something else than submitting, such as sending a new code, and shows its refusal in the same place.
 */
export function useFormWithWait<Values extends object>(options: FormWithWaitOptions<Values>) {
  const { refusal, note, waitText } = useRefusal();
  const form = useForm({ ...options, submit: (values) => note(() => options.submit(values)) });

  const summary = computed(() => {
    const isRefused = form.summary.length > 0 && waitText.value;
    return isRefused ? [...form.summary, { text: waitText.value ?? '' }] : form.summary;
  });

  async function submit(): Promise<boolean> {
    const isTaken = await form.submit();
    const { field, codes } = options.blame ?? {};
    const code = refusal.value?.code;
    if (!isTaken && field && code && codes?.includes(code)) form.setErrors({ [field]: code });
    return isTaken;
  }

  async function attempt(act: () => Promise<unknown>): Promise<void> {
    if (form.isBusy) return;
    form.isBusy = true;
    form.clear();
    try {
      await note(act);
    } catch (error) {
      form.setFailure(error);
    } finally {
      form.isBusy = false;
    }
  }
  return reactive({ ...toRefs(form), summary, submit, attempt });
}
