export { clientKey, provideClient, useClient } from './client';
export { default as AppButton } from './base/AppButton.vue';
export { default as AppLink } from './base/AppLink.vue';

export { default as CardGrid } from './base/content/CardGrid.vue';
export { default as CardTile } from './base/content/CardTile.vue';
export { default as ConfirmationPanel } from './base/content/ConfirmationPanel.vue';
export { default as CopyButton } from './base/content/CopyButton.vue';
export { default as DataTable } from './base/content/DataTable.vue';
export { default as DetailsBox } from './base/content/DetailsBox.vue';
export { default as EmptyState } from './base/content/EmptyState.vue';
export { default as ErrorSummary } from './base/content/ErrorSummary.vue';
export { default as InsetText } from './base/content/InsetText.vue';
export { default as LoadError } from './base/content/LoadError.vue';
export { default as LoadingState } from './base/content/LoadingState.vue';
export { default as NotificationBanner } from './base/content/NotificationBanner.vue';
export { default as OfflineBanner } from './base/content/OfflineBanner.vue';
export { default as StatusTag } from './base/content/StatusTag.vue';
export { default as StepList } from './base/content/StepList.vue';
export { default as SummaryList } from './base/content/SummaryList.vue';
export { default as TaskList } from './base/content/TaskList.vue';
export { default as WarningText } from './base/content/WarningText.vue';
export type { TagColour } from './base/content/tag-colour';

export { default as ConfirmHost } from './base/dialogs/ConfirmHost.vue';
export { default as ModalDialog } from './base/dialogs/ModalDialog.vue';
export { useConfirm, type Question } from './base/dialogs/confirm';

export { default as CheckboxGroup } from './base/fields/CheckboxGroup.vue';
export { default as DateInput } from './base/fields/DateInput.vue';
export { default as PasswordInput } from './base/fields/PasswordInput.vue';
export { default as RadioGroup } from './base/fields/RadioGroup.vue';
export { default as SelectInput } from './base/fields/SelectInput.vue';
export { default as TextArea } from './base/fields/TextArea.vue';
export { default as TextInput } from './base/fields/TextInput.vue';
export { toIsoDate, type DateParts } from './base/fields/date-parts';

export { default as BackLink } from './base/frame/BackLink.vue';
export { default as GenericHeader } from './base/frame/GenericHeader.vue';
export { default as MenuButton } from './base/frame/MenuButton.vue';
export { default as PageBody } from './base/frame/PageBody.vue';
export { default as PageFooter } from './base/frame/PageFooter.vue';
export { default as SideNavigation } from './base/frame/SideNavigation.vue';
export { default as SkipLink } from './base/frame/SkipLink.vue';
export { default as StepHeading } from './base/frame/StepHeading.vue';
export {
  announceNavigation,
  scrollBehavior,
  usePageFrame,
  usePageTitle,
  useServiceName,
} from './base/frame/page-frame';
export { useStepFocus } from './base/frame/step-focus';

export { DraftSaver, type DraftState } from './drafts/draft-saver';
export { useClash } from './drafts/useClash';

export { default as FormPage } from './form/FormPage.vue';
export { useErrorTexts } from './form/useErrorTexts';
export { useForm, type Form } from './form/useForm';

export { createAppI18n, type Texts } from './i18n/app-i18n';
export * from './i18n/formats';

export { useLiveUpdates, type LiveKeys } from './live/live-updates';
export { default as MessageList } from './messages/MessageList.vue';

export { default as CallWaiting } from './session/CallWaiting.vue';
export { default as SessionFrame } from './session/SessionFrame.vue';
export { default as VerificationCodeForm } from './session/VerificationCodeForm.vue';
export { announceSignOut, type SessionEnd } from './session/session-channel';

export { default as DemoLine } from './service/DemoLine.vue';
export { loadService, useService } from './service/service-details';

export * from './platform';
