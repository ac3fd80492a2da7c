import { ApiError } from '@cso/client';
import type { ErrorCode } from '@cso/contract';
import { computed, reactive, ref, type UnwrapNestedRefs } from 'vue';
import { useErrorTexts, waitOf } from './useErrorTexts';

export interface SummaryError {
  text: string;
  /** The path of the field that the line links to; none for a fault of the whole form. */
  field?: string;
}

type FieldCodes = Record<string, string | undefined>;

/** The field that is at fault when the service refuses the whole with a code. */
type Blame = Partial<Record<ErrorCode, string>>;

interface FormOptions<Values extends object> {
  /** The first values. Fields bind to `form.values`. */
  values: Values;
  /** Prefix of this form's error texts, such as 'signIn.errors'. */
  texts: string;
  /** Codes of what the page itself can see to be wrong, by field path. The server checks again. */
  check?: (values: Values) => FieldCodes;
  /** Asks the person something more once the values are right, such as in a dialog. False: nothing is sent. */
  confirm?: (values: Values) => Promise<boolean>;
  /** Sends the values. What it throws becomes the form's errors. */
  submit: (values: Values) => Promise<unknown>;
  /** Refusals of `submit` that stand beside a field: `{ AUTH_FAILED: 'code' }`. */
  blame?: Partial<Record<ErrorCode, keyof Values & string>>;
}

/** A form's values, its errors beside fields and in the summary, and whether it is being sent. */
export type Form<Values extends object = object> = ReturnType<typeof useForm<Values>>;

/** What is wrong with a form, in words: beside its fields and in its summary. */
function useFormErrors(prefix: string) {
  const texts = useErrorTexts(prefix);
  const lines = ref<SummaryError[]>([]);
  /** Grows with each refusal, so that the summary takes the focus again even when its lines are the same. */
  const refusals = ref(0);

  const errors = computed<Record<string, string | undefined>>(() =>
    Object.fromEntries(lines.value.flatMap(({ field, text }) => (field ? [[field, text]] : []))),
  );

  function show(next: SummaryError[]): void {
    lines.value = next;
    if (next.length > 0) refusals.value += 1;
  }
  function showFields(codes: FieldCodes, waitMs: number | null = null): void {
    const wrong = Object.entries(codes);
    show(
      wrong.flatMap(([field, code]) => (code ? [{ field, text: texts.ofField(field, code, waitMs) }] : [])),
    );
  }
  function showFailure(error: unknown, blame: Blame = {}): void {
    const fields = error instanceof ApiError ? fieldsAtFault(error, blame) : {};
    if (Object.keys(fields).length > 0) showFields(fields, waitOf(error));
    else show([{ text: texts.ofFailure(error) }]);
  }
  return { errors, summary: lines, refusals, showFields, showFailure };
}

/** A form's own blame says more than the reply's `fields`: those only know that a code was wrong, not of what. */
function fieldsAtFault({ code, fields }: ApiError, blame: Blame): FieldCodes {
  const field = blame[code];
  return field ? { [field]: code } : { ...fields };
}

/** What the form asks before it sends. While it stands open nothing is being sent yet, and nobody is told so. */
function useQuestion<Values extends object>(ask: FormOptions<Values>['confirm']) {
  const question = {
    isOpen: false,
    async isConfirmed(values: Values): Promise<boolean> {
      question.isOpen = true;
      try {
        return (await ask?.(values)) ?? true;
      } finally {
        question.isOpen = false;
      }
    },
  };
  return question;
}

export function useForm<Values extends object>(options: FormOptions<Values>) {
  const values = reactive(options.values) as UnwrapNestedRefs<Values>;
  const { errors, summary, refusals, showFields, showFailure } = useFormErrors(options.texts);
  const question = useQuestion(options.confirm);
  const isBusy = ref(false);
  const clear = () => showFields({});

  async function run(act: () => Promise<unknown>, blame?: Blame): Promise<boolean> {
    isBusy.value = true;
    clear();
    try {
      await act();
      return true;
    } catch (error) {
      showFailure(error, blame);
      return false;
    } finally {
      isBusy.value = false;
    }
  }

  /** Checks, asks, then sends. True when the server took it. A second press meanwhile does nothing. */
  async function submit(): Promise<boolean> {
    if (isBusy.value || question.isOpen) return false;
    showFields(options.check?.(values as Values) ?? {});
    if (summary.value.length > 0 || !(await question.isConfirmed(values as Values))) return false;
    return run(() => options.submit(values as Values), options.blame);
  }

  /** Does something else than submitting, such as sending a new code, and shows its refusal in the same place. */
  async function attempt(act: () => Promise<unknown>): Promise<boolean> {
    return !isBusy.value && run(act);
  }

  const setErrors = (codes: FieldCodes) => showFields(codes);
  return reactive({ values, errors, summary, isBusy, refusals, submit, attempt, setErrors, clear });
}
