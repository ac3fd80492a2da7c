import { describe, expect, test, vi } from 'vitest';
import { defineComponent, h, nextTick, ref } from 'vue';
import { expectNoAxeViolations, renderWith } from '../testing';
import CardGrid from './content/CardGrid.vue';
import CardTile from './content/CardTile.vue';
import SummaryList from './content/SummaryList.vue';
import ConfirmHost from './dialogs/ConfirmHost.vue';
import ModalDialog from './dialogs/ModalDialog.vue';
import { useConfirm } from './dialogs/confirm';
import { toIsoDate } from './fields/date-parts';
import PasswordInput from './fields/PasswordInput.vue';
import TextArea from './fields/TextArea.vue';
import MenuButton from './frame/MenuButton.vue';
import { announceNavigation, usePageTitle } from './frame/page-frame';
import SideNavigation from './frame/SideNavigation.vue';

describe('a password', () => {
  test('can be shown and hidden, and screen readers are told', async () => {
    const page = await renderWith(PasswordInput, { props: { name: 'password', label: 'Password' } });
    const box = page.getByLabelText('Password');
    await page.user.click(page.getByRole('button', { name: 'Show password' }));
    expect(box.getAttribute('type')).toBe('text');
    page.getByText('Your password is visible');
    await page.user.click(page.getByRole('button', { name: 'Hide password' }));
    expect(box.getAttribute('type')).toBe('password');
  });

  test('says while it is being typed that Caps Lock is on', async () => {
    const page = await renderWith(PasswordInput, { props: { name: 'password', label: 'Password' } });
    const box = page.getByLabelText('Password');
    await page.user.type(box, 'a');
    expect(page.queryByText('Caps Lock is on')).toBeNull();
    await page.user.type(box, '{CapsLock}A');
    const [note, spoken] = page.getAllByText('Caps Lock is on');
    expect(note?.className).toContain('cso-caps-lock');
    expect(spoken?.getAttribute('aria-live')).toBe('polite');
    await page.user.type(box, '{CapsLock}b');
    expect(page.queryByText('Caps Lock is on')).toBeNull();
  });

  test('is hidden before its form is sent', async () => {
    const page = await renderWith(() =>
      h('form', [
        h(PasswordInput, { name: 'password', label: 'Password' }),
        h('button', { type: 'submit' }, 'Go'),
      ]),
    );
    page.container.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
    await page.user.click(page.getByRole('button', { name: 'Show password' }));
    await page.user.click(page.getByRole('button', { name: 'Go' }));
    expect(page.getByLabelText('Password').getAttribute('type')).toBe('password');
  });
});

describe('a character count', () => {
  test.each([
    ['abc', 'You have 7 characters remaining'],
    ['abcdefghi', 'You have 1 character remaining'],
    ['abcdefghij', 'You have 0 characters remaining'],
    ['abcdefghijkl', 'You have 2 characters too many'],
  ])('of 10 after "%s"', async (text, message) => {
    const page = await renderWith(TextArea, {
      props: { name: 'note', label: 'Note', maxChars: 10, modelValue: text },
    });
    expect(page.container.querySelector('.govuk-character-count__status')?.textContent?.trim()).toBe(message);
  });
});

test.each([
  [{ day: '27', month: '3', year: '2026' }, '2026-03-27'],
  [{ day: ' 1', month: '12', year: '2025 ' }, '2025-12-01'],
  [{ day: '31', month: '2', year: '2026' }, null],
  [{ day: '', month: '3', year: '2026' }, null],
  [{ day: '1', month: '3', year: '26' }, null],
])('the date %o is %s', (parts, iso) => {
  expect(toIsoDate(parts)).toBe(iso);
});

test('an action of a summary list says what it is about', async () => {
  const page = await renderWith(SummaryList, {
    props: {
      rows: [
        { key: 'Phone', value: '01603 555 0123', actions: [{ text: 'Change', hiddenText: 'phone number' }] },
      ],
    },
  });
  const change = page.getByRole('button', { name: 'Change phone number' });
  expect(change.textContent).toBe('Change phone number');
  await page.user.click(change);
  expect(page.emitted('action')).toEqual([[0, 0]]);
});

test('a tile is one link', async () => {
  const page = await renderWith(() =>
    h('main', [
      h('h1', 'Home'),
      h(CardGrid, () => h(CardTile, { title: 'Messages', count: '2 new messages', to: '/messages' })),
    ]),
  );
  await page.user.click(page.getByRole('link', { name: 'Messages' }));
  expect(page.router.currentRoute.value.path).toBe('/messages');
  await expectNoAxeViolations(page.container);
});

describe('the side navigation', () => {
  const items = [
    { text: 'Messages', to: '/messages', count: '2 new' },
    { text: 'Items to view', to: '/documents' },
  ];

  test('marks where one is, also on a page below', async () => {
    const page = await renderWith(SideNavigation, {
      props: { label: 'Account', items },
      path: '/messages/7',
    });
    const messages = page.getByRole('link', { name: 'Messages 2 new' });
    expect(messages.textContent?.trim()).toBe('Messages 2 new');
    expect(messages.getAttribute('aria-current')).toBe('page');
    expect(page.getByRole('link', { name: 'Items to view' }).hasAttribute('aria-current')).toBe(false);
    await expectNoAxeViolations(page.container);
  });

  test('opens on a phone', async () => {
    const page = await renderWith(SideNavigation, { props: { label: 'Account', items } });
    const toggle = page.getByRole('button', { name: 'Menu' });
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    await page.user.click(toggle);
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
  });
});

describe('the account menu', () => {
  const renderMenu = () =>
    renderWith(MenuButton, {
      props: {
        label: 'My Account',
        items: [
          { text: 'My account', to: '/accounts' },
          { text: 'Log out', action: 'log-out' },
        ],
      },
    });

  test('opens by keyboard, moves with the arrows and closes with Escape', async () => {
    const page = await renderMenu();
    const button = page.getByRole('button', { name: 'My Account' });
    button.focus();
    await page.user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent?.trim()).toBe('My account');
    await page.user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent?.trim()).toBe('Log out');
    await expectNoAxeViolations(page.container);
    await page.user.keyboard('{Escape}');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(button);
  });

  test('tells which action was chosen', async () => {
    const page = await renderMenu();
    await page.user.click(page.getByRole('button', { name: 'My Account' }));
    await page.user.click(page.getByRole('button', { name: 'Log out' }));
    expect(page.emitted('select')).toEqual([['log-out']]);
  });

  test('closes when one presses elsewhere', async () => {
    const page = await renderMenu();
    const button = page.getByRole('button', { name: 'My Account' });
    await page.user.click(button);
    await page.user.click(document.body);
    expect(button.getAttribute('aria-expanded')).toBe('false');
  });
});

describe('a dialog', () => {
  test('is named by its title, closes with Escape and gives the focus back', async () => {
    const isOpen = ref(false);
    const page = await renderWith(() => [
      h('button', { onClick: () => (isOpen.value = true) }, 'Open'),
      h(
        ModalDialog,
        { open: isOpen.value, title: 'Confirm', 'onUpdate:open': (open: boolean) => (isOpen.value = open) },
        () => h('button', 'Yes'),
      ),
    ]);
    const opener = page.getByRole('button', { name: 'Open' });
    await page.user.click(opener);
    const dialog = page.getByRole('dialog', { name: 'Confirm' });
    expect(dialog).toHaveProperty('open', true);
    await expectNoAxeViolations(page.container);
    page.getByRole('button', { name: 'Yes' }).focus();
    await page.user.keyboard('{Escape}');
    expect(isOpen.value).toBe(false);
    await vi.waitFor(() => expect(document.activeElement).toBe(opener));
  });

  async function renderQuestion() {
    const answers: boolean[] = [];
    const Page = defineComponent(() => {
      const confirm = useConfirm();
      const ask = async () =>
        answers.push(await confirm({ title: 'Delete the draft?', confirmText: 'Yes, delete it' }));
      return () => [h('button', { onClick: ask }, 'Delete'), h(ConfirmHost)];
    });
    const page = await renderWith(Page);
    await page.user.click(page.getByRole('button', { name: 'Delete' }));
    return { ...page, answers };
  }

  test('asks a question and hears yes', async () => {
    const { user, getByRole, answers } = await renderQuestion();
    await user.click(getByRole('button', { name: 'Yes, delete it' }));
    expect(answers).toEqual([true]);
  });

  test('asks a question and takes Cancel or Escape for no', async () => {
    const first = await renderQuestion();
    await first.user.click(first.getByRole('button', { name: 'Cancel' }));
    expect(first.answers).toEqual([false]);
    first.unmount();
    const second = await renderQuestion();
    second.getByRole('button', { name: 'Cancel' }).focus();
    await second.user.keyboard('{Escape}');
    expect(second.answers).toEqual([false]);
  });
});

describe('moving to another page', () => {
  const pageOf = (title: string) =>
    defineComponent(() => {
      usePageTitle(() => title);
      return () => h('h1', title);
    });

  test('sets the title and puts the focus on the heading', async () => {
    const routes = [
      { path: '/', component: pageOf('Home') },
      { path: '/messages', component: pageOf('Messages') },
    ];
    const { RouterView } = await import('vue-router');
    const page = await renderWith(() => h('main', [h(RouterView)]), { routes });
    announceNavigation(page.router);
    expect(document.activeElement).toBe(document.body);
    await page.router.push('/messages');
    await nextTick();
    expect(document.title).toBe('Messages - Children’s Services Online');
    expect(document.activeElement).toBe(page.getByRole('heading', { name: 'Messages' }));
    page.router.back();
    await vi.waitFor(() => expect(document.activeElement).toBe(page.getByRole('heading', { name: 'Home' })));
  });
});
