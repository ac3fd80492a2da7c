import { accountRoutes, type MyAccount } from '@cso/contract';
import { useClient, useForm } from '@cso/ui';
import { useQueryCache } from '@pinia/colada';
import { useI18n } from 'vue-i18n';

/** A word of the carer's own beside the name: 'Sam Reed (kite)'. */
export function useNickname() {
  const { t } = useI18n();
  const withNickname = (name: string, nickname: string | null): string =>
    nickname ? t('accounts.nickname.beside', { name, nickname }) : name;
  const nameOf = ({ name, nickname }: MyAccount): string => withNickname(name, nickname);
  return { withNickname, nameOf };
}

/** The limit of the contract's `SetNickname`. */
const NICKNAME_MAX = 40;

/** Gives an account a name that only this carer sees; an empty one takes it away. */
export function useNicknameForm({ id, nickname }: MyAccount, onSaved: () => void) {
  const client = useClient();
  const cache = useQueryCache();

  return useForm({
    values: { nickname: nickname ?? '' },
    texts: 'accounts.errors',
    check: ({ nickname: typed }) => ({
      nickname: typed.trim().length > NICKNAME_MAX ? 'TOO_LONG' : undefined,
    }),
    submit: async ({ nickname: typed }) => {
      const body = { nickname: typed.trim() || null };
      const named = await client.call(accountRoutes.setNickname, { params: { id }, body });
      cache.setQueryData(['my-accounts'], (list: { items: MyAccount[] } | undefined) => ({
        items: (list?.items ?? []).map((item) => (item.id === id ? named : item)),
      }));
      cache.setQueryData(['account', id], named);
      await cache.invalidateQueries({ key: ['whats-new'] });
      onSaved();
    },
  });
}
