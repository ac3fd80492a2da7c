import { ApiError, NetworkError } from '@cso/client';
import { computed, reactive, ref, type UnwrapNestedRefs } from 'vue';
import { useI18n } from 'vue-i18n';

export interface SummaryError {
  text: string;
  /** The path of the field that the line links to; none for a fault of the whole form. */
  field?: string;
}

export type FieldCodes = Record<string, string | undefined>;

export interface FormOptions<Values extends object> {
  /** The first values. Fields bind to `form.values`. */
  values: Values;
  /** Prefix of this form's error texts, such as 'signIn.errors'. */
  texts: string;
  /** Codes of what the page itself can see to be wrong, by field path. The server checks again. */
  check?: (values: Values) => FieldCodes;
  /** Sends the values. What it throws becomes the form's errors. */
  submit: (values: Values) => Promise<unknown>;
}

/** A form's values, its errors beside fields and in the summary, and whether it is being sent. */
export type Form<Values extends object = object> = ReturnType<typeof useForm<Values>>;

/** Finds the texts of error codes: the form's own first, then the shared ones. */
function useErrorTexts(prefix: string) {
  const { t, te } = useI18n();

  function firstText(keys: string[]): string {
    return t(keys.find((key) => te(key)) ?? 'ui.errors.unknown');
  }
  return {
    ofField: (field: string, code: string) =>
      firstText([
        `${prefix}.${field}.${code}`,
        `${prefix}.${code}`,
        `ui.fieldErrors.${code}`,
        'ui.fieldErrors.INVALID',
      ]),
    ofForm: (code: string) => firstText([`${prefix}.${code}`, `ui.errors.${code}`]),
  };
}

/** What is wrong with a form, in words: beside its fields and in its summary. */
function useFormErrors(prefix: string) {
  const texts = useErrorTexts(prefix);
  const codes = ref<FieldCodes>({});
  const failure = ref<string>();
  /** Grows with each refusal, so that the summary takes the focus again even when its lines are the same. */
  const refusals = ref(0);

  const lines = computed(() =>
    Object.entries(codes.value).flatMap(([field, code]) =>
      code ? [{ field, text: texts.ofField(field, code) }] : [],
    ),
  );
  const errors = computed<Record<string, string | undefined>>(() =>
    Object.fromEntries(lines.value.map(({ field, text }) => [field, text])),
  );
  const summary = computed<SummaryError[]>(() =>
    failure.value ? [{ text: failure.value }, ...lines.value] : lines.value,
  );

  function show(fieldCodes: FieldCodes, failureText?: string): void {
    codes.value = fieldCodes;
    failure.value = failureText;
    if (summary.value.length > 0) refusals.value += 1;
  }
  function showFailure(error: unknown): void {
    if (error instanceof ApiError && Object.keys(error.fields).length > 0) show(error.fields);
    else show({}, texts.ofForm(codeOf(error)));
  }
  return { errors, summary, refusals, show, showFailure };
}

export function useForm<Values extends object>(options: FormOptions<Values>) {
  const values = reactive(options.values) as UnwrapNestedRefs<Values>;
  const { errors, summary, refusals, show, showFailure } = useFormErrors(options.texts);
  const isBusy = ref(false);

  /** Checks, then sends. True when the server took it. A second press while it is being sent does nothing. */
  async function submit(): Promise<boolean> {
    if (isBusy.value) return false;
    show(options.check?.(values as Values) ?? {});
    if (summary.value.length > 0) return false;
    isBusy.value = true;
    try {
      await options.submit(values as Values);
      return true;
    } catch (error) {
      showFailure(error);
      return false;
    } finally {
      isBusy.value = false;
    }
  }

  return reactive({
    values,
    errors,
    summary,
    isBusy,
    refusals,
    submit,
    clear: () => show({}),
    setErrors: (fieldCodes: FieldCodes) => show(fieldCodes),
    setFailure: showFailure,
  });
}

/** The code whose text tells what went wrong; a fault of our own making is thrown on, not shown as the user's. */
function codeOf(error: unknown): string {
  if (error instanceof ApiError) return error.code;
  if (error instanceof NetworkError) return 'network';
  throw error;
}
